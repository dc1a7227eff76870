package org.cellist.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.cellist.app.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The program's command line: files for the window, or a command without one.
///
/// Built by hand, without annotations and their reflection, because `--help` has 400 ms in all.
///
/// Confined to the calling thread.
public final class Cli {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final PrintWriter out;
    private final PrintWriter err;
    private final WindowStarter window;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /// Writes notebooks to `out` too.
    Cli(
            PrintWriter out,
            PrintWriter err,
            boolean isTerminal,
            WindowStarter window,
            WindowBenchmark benchmark) {
        this(
                out,
                bytes -> out.print(new String(bytes, StandardCharsets.UTF_8)),
                err,
                isTerminal,
                window,
                benchmark);
    }

    /// @param out where answers go
    /// @param bytes where notebooks go, which are UTF-8 wherever they are written
    /// @param err where complaints go
    /// @param isTerminal whether a person reads `out`
    public Cli(
            PrintWriter out,
            Consumer<byte[]> bytes,
            PrintWriter err,
            boolean isTerminal,
            WindowStarter window,
            WindowBenchmark benchmark) {
        this.out = out;
        this.err = err;
        this.window = window;
        commands.put("run", new RunCommand(out, err, isTerminal));
        commands.put("convert", new ConvertCommand(err));
        commands.put("diff", new DiffCommand(out, err, isTerminal));
        commands.put("merge", new MergeCommand(bytes, err));
        commands.put("kernels", new KernelsCommand(out));
        commands.put("bench", new BenchCommand(out, err, benchmark));
    }

    /// Does what the arguments ask for.
    ///
    /// @return the exit code, see [ExitCodes], or the window's
    public int run(String... arguments) {
        return namesFiles(arguments)
                ? openWindow(Arrays.stream(arguments).map(Path::of).toList())
                : parse(arguments);
    }

    /// Returns whether there is nothing to parse. Then the parser's classes need not be loaded,
    /// which costs a window a tenth of its start.
    private boolean namesFiles(String... arguments) {
        return arguments.length > 0
                && !commands.containsKey(arguments[0])
                && Arrays.stream(arguments)
                        .noneMatch(each -> each.isEmpty() || each.startsWith("-"));
    }

    private int parse(String... arguments) {
        return new CommandLine(spec())
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageProblems(texts))
                .setExecutionStrategy(this::execute)
                .execute(arguments);
    }

    private int execute(ParseResult parsed) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (!parsed.hasSubcommand()) {
            return openWindow(parsed.matchedPositionalValue(0, List.of()));
        }
        var word = parsed.subcommand();
        return command(word.commandSpec().name()).run(word);
    }

    private int openWindow(List<Path> files) {
        try {
            return window.open(files);
        } catch (IOException e) {
            err.println(texts.get("window.failed", String.valueOf(e.getMessage())));
            return ExitCodes.FAILED;
        }
    }

    private Command command(String word) {
        return Objects.requireNonNull(commands.get(word), word);
    }

    private CommandSpec spec() {
        var spec = syntax.command("cellist");
        spec.version("Cellist " + Version.current());
        spec.addOption(
                OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description(texts.get("version"))
                        .build());
        spec.addPositional(syntax.files("files", "label.file", false));
        commands.forEach((word, command) -> spec.addSubcommand(word, command.spec()));
        return spec;
    }
}
