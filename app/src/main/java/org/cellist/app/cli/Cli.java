package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.cellist.app.text.Texts;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The program's command line, for arguments that ask for no window.
///
/// Built by hand, without annotations and their reflection, because `--help` has 400 ms in all.
///
/// Immutable.
public final class Cli {

    private static final Set<String> FIRST_WORDS =
            Set.of("run", "convert", "kernels", "bench", "--help", "-h", "--version");

    private final Texts texts = Texts.of("cli");
    private final PrintWriter out;
    private final PrintWriter err;

    /// @param out where answers go
    /// @param err where complaints go
    public Cli(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// Returns whether the arguments ask for the command line. All others are files for the
    /// window.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && FIRST_WORDS.contains(arguments[0]);
    }

    /// Does what the arguments ask for.
    ///
    /// @return the exit code: 0, 1 a cell failed, 2 wrong usage, 3 kernel trouble, 130
    /// interrupted
    public int run(String... arguments) {
        return new CommandLine(spec())
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(this::execute)
                .execute(arguments);
    }

    private int execute(ParseResult parsed) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var command = parsed.hasSubcommand() ? parsed.subcommand() : null;
        if (command == null) {
            parsed.commandSpec().commandLine().usage(out);
            return ExitCodes.USAGE;
        }
        var bridge = new KernelBridge(null, ConsentStore.NOTHING);
        return switch (command.commandSpec().name()) {
            case "run" -> new RunCommand(out, err, bridge).run(runOptions(command));
            case "kernels" -> {
                bridge.kernels(Path.of("").toAbsolutePath())
                        .kernelspecs()
                        .forEach(
                                spec ->
                                        out.printf(
                                                "%-24s %-28s %s%n",
                                                spec.name(),
                                                spec.displayName(),
                                                spec.interpreter() == null
                                                        ? ""
                                                        : spec.interpreter().path()));
                out.flush();
                yield ExitCodes.OK;
            }
            default -> ExitCodes.USAGE;
        };
    }

    private static RunCommand.Options runOptions(ParseResult run) {
        Path source = run.matchedPositionalValue(0, Path.of(""));
        boolean inPlace = run.hasMatchedOption("--inplace");
        Double seconds = run.matchedOptionValue("--timeout", null);
        return new RunCommand.Options(
                source,
                inPlace ? source : run.matchedOptionValue("-o", null),
                run.matchedOptionValue("--kernel", null),
                seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000)),
                run.hasMatchedOption("--allow-errors"));
    }

    private CommandSpec runSpec() {
        var spec = CommandSpec.create().name("run");
        spec.usageMessage().description(texts.get("run"));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .paramLabel("IN.ipynb")
                        .type(Path.class)
                        .build());
        spec.addOption(option("run.output", Path.class, "-o", "--output"));
        spec.addOption(option("run.inplace", boolean.class, "--inplace"));
        spec.addOption(option("run.kernel", String.class, "--kernel"));
        spec.addOption(option("run.timeout", Double.class, "--timeout"));
        spec.addOption(option("run.allow-errors", boolean.class, "--allow-errors"));
        return spec;
    }

    private OptionSpec option(String key, Class<?> type, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(type)
                .arity(type == boolean.class ? "0" : "1")
                .description(texts.get(key))
                .build();
    }

    private CommandSpec spec() {
        var spec = CommandSpec.create().name("cellist");
        spec.usageMessage()
                .description(texts.get("description"))
                .customSynopsis(texts.get("synopsis"));
        spec.version("Cellist " + Version.current());
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(texts.get("help"))
                        .build());
        spec.addOption(
                OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description(texts.get("version"))
                        .build());
        spec.addSubcommand("run", new CommandLine(runSpec()));
        var kernels = CommandSpec.create().name("kernels");
        kernels.usageMessage().description(texts.get("kernels"));
        spec.addSubcommand("kernels", new CommandLine(kernels));
        return spec;
    }
}
