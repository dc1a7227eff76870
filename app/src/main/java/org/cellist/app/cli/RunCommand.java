package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cellist.app.cli.parameters.Parameter;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `cellist run`: runs a notebook from the first cell to the last.
///
/// What can be known beforehand to go wrong is said before anything runs.
///
/// Confined to the calling thread.
final class RunCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;

    /// @param isTerminal whether a person reads `out`
    RunCommand(PrintWriter out, PrintWriter err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("run")
                .addPositional(syntax.file("run.file", "label.notebook"))
                .addOption(syntax.option("run.output", Path.class, "label.file", "-o", "--output"))
                .addOption(syntax.flag("run.inplace", "--inplace"))
                .addOption(syntax.repeated("run.yaml", "label.parameter", "-p", "--parameter"))
                .addOption(syntax.repeated("run.raw", "label.parameter", "-r", "--raw"))
                .addOption(syntax.option("run.kernel", String.class, "label.name", "--kernel"))
                .addOption(syntax.option("run.timeout", Double.class, "label.seconds", "--timeout"))
                .addOption(syntax.flag("run.allow-errors", "--allow-errors"));
    }

    @Override
    public int run(ParseResult parsed) {
        var options = options(parsed);
        return switch (NotebookSource.of(options.source())) {
            case NotebookSource.Refused(var why) -> complain(why);
            case NotebookSource.Read(var file) -> {
                var obstacle = obstacle(options, file);
                yield obstacle == null ? execute(options, file) : complain(obstacle);
            }
        };
    }

    private int execute(RunOptions options, NotebookFile file) {
        var printer =
                options.target() == null ? new OutputPrinter(out, isTerminal) : OutputPrinter.NONE;
        return new NotebookExecution(options, file, err, printer).run();
    }

    private int complain(String why) {
        err.println(why);
        return ExitCodes.USAGE;
    }

    private RunOptions options(ParseResult parsed) {
        Path source = parsed.matchedPositionalValue(0, Path.of(""));
        Path target = parsed.matchedOptionValue("-o", null);
        boolean inPlace = parsed.hasMatchedOption("--inplace");
        if (inPlace && target != null) {
            throw misuse(parsed, texts.get("run.two-targets"));
        }
        return new RunOptions(
                source,
                inPlace ? source : target,
                inPlace || (target != null && RealPath.of(source).equals(RealPath.of(target))),
                parsed.matchedOptionValue("--kernel", null),
                patience(parsed),
                parsed.hasMatchedOption("--allow-errors"),
                parameters(parsed));
    }

    private @Nullable Duration patience(ParseResult parsed) {
        Double seconds = parsed.matchedOptionValue("--timeout", null);
        if (seconds == null) {
            return null;
        }
        boolean isDuration = seconds > 0 && seconds <= Integer.MAX_VALUE;
        if (!isDuration) {
            throw misuse(parsed, texts.get("usage.value", "--timeout", seconds.toString()));
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    private List<Parameter> parameters(ParseResult parsed) {
        var parameters = new ArrayList<Parameter>();
        addParameters(parameters, parsed, "-p", Parameter::ofYaml);
        addParameters(parameters, parsed, "-r", Parameter::ofRaw);
        return parameters;
    }

    private void addParameters(
            List<Parameter> parameters,
            ParseResult parsed,
            String option,
            Function<String, Parameter> read) {
        for (var written : parsed.matchedOptionValue(option, List.<String>of())) {
            try {
                parameters.add(read.apply(written));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        texts.get("run.no-parameter", option, written),
                        e);
            }
        }
    }

    private static ParameterException misuse(ParseResult parsed, String why) {
        return new ParameterException(parsed.commandSpec().commandLine(), why);
    }

    /// Returns why the outputs could not be written, or null.
    private @Nullable String obstacle(RunOptions options, NotebookFile file) {
        var target = options.target();
        if (target == null) {
            return null;
        }
        var refusal = options.isInPlace() ? NotebookSource.whyNotInPlace(file) : null;
        if (refusal != null) {
            return texts.get("unwritable", target, refusal);
        }
        var folder = target.toAbsolutePath().getParent();
        boolean isWritable =
                folder != null
                        && Files.isDirectory(folder)
                        && Files.isWritable(folder)
                        && !Files.isDirectory(target)
                        && (Files.notExists(target) || Files.isWritable(target));
        return isWritable ? null : texts.get("run.no-target", target);
    }
}
