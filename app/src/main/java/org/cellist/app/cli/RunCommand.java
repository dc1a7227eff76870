package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `cellist run`: runs a notebook from the first cell to the last.
///
/// Confined to the calling thread.
final class RunCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final PrintWriter out;
    private final Syntax syntax = new Syntax(texts);
    private final PrintWriter err;

    RunCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("run")
                .addPositional(syntax.file("run.file", "label.notebook"))
                .addOption(syntax.option("run.output", Path.class, "label.file", "-o", "--output"))
                .addOption(syntax.flag("run.inplace", "--inplace"))
                .addOption(syntax.option("run.kernel", String.class, "label.name", "--kernel"))
                .addOption(syntax.option("run.timeout", Double.class, "label.seconds", "--timeout"))
                .addOption(syntax.flag("run.allow-errors", "--allow-errors"));
    }

    @Override
    public int run(ParseResult parsed) {
        Path source = parsed.matchedPositionalValue(0, Path.of(""));
        boolean inPlace = parsed.hasMatchedOption("--inplace");
        Double seconds = parsed.matchedOptionValue("--timeout", null);
        return run(
                new Options(
                        source,
                        inPlace ? source : parsed.matchedOptionValue("-o", null),
                        parsed.matchedOptionValue("--kernel", null),
                        seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000)),
                        parsed.hasMatchedOption("--allow-errors")));
    }

    /// What to run and how. Immutable.
    ///
    /// @param target where the result is written; null to print outputs
    /// @param kernel a kernelspec's name; null for the notebook's own
    /// @param patience how long one cell may take; null for as long as it takes
    record Options(
            Path source,
            @Nullable Path target,
            @Nullable String kernel,
            @Nullable Duration patience,
            boolean allowErrors) {}

    /// Returns the exit code.
    int run(Options options) {
        return switch (new NotebookFiles().open(options.source())) {
            case OpenOutcome.Opened(var file) -> runFile(options, file);
            case OpenOutcome.NotANotebook(var path, var problem) ->
                    complain("unreadable", path, problem.kind(), ExitCodes.USAGE);
            case OpenOutcome.Unreadable(var path, var reason, _) ->
                    complain("unreadable", path, reason, ExitCodes.USAGE);
        };
    }

    private int complain(String key, Object what, Object why, int exitCode) {
        err.println(texts.get(key, what, why));
        err.flush();
        return exitCode;
    }

    private int runFile(Options options, NotebookFile file) {
        try (var run = new NotebookRun(file, Bridges.ofThisPerson())) {
            var folder = options.source().toAbsolutePath().getParent();
            run.runIn(folder == null ? Path.of("").toAbsolutePath() : folder);
            if (options.kernel() != null && !run.useKernel(options.kernel())) {
                return complain("no-kernelspec", options.kernel(), "", ExitCodes.KERNEL);
            }
            int code = runCells(options, run);
            return write(options, run, code);
        } catch (InterruptedException _) {
            return ExitCodes.INTERRUPTED;
        }
    }

    private int runCells(Options options, NotebookRun run) throws InterruptedException {
        var cells =
                run.notebook().cells().stream()
                        .filter(cell -> cell instanceof CodeCell && !cell.source().isBlank())
                        .toList();
        int number = 0;
        for (var cell : cells) {
            number++;
            err.println(texts.get("running", number, cells.size()));
            err.flush();
            boolean failed =
                    switch (run.run(cell.id(), options.patience())) {
                        case NotebookRun.Outcome.Done _ -> false;
                        case NotebookRun.Outcome.Failed _ -> true;
                        case NotebookRun.Outcome.TimedOut _ -> {
                            err.println(texts.get("timed-out", number));
                            yield true;
                        }
                        case NotebookRun.Outcome.NoKernel(var state) -> {
                            err.println(texts.get("kernel-trouble", state));
                            err.flush();
                            yield false;
                        }
                    };
            if (run.trouble().isPresent()) {
                return ExitCodes.KERNEL;
            }
            if (failed && !options.allowErrors() && !Tags.mayFail(cell)) {
                err.println(texts.get("failed", number));
                return ExitCodes.CELL_FAILED;
            }
        }
        return ExitCodes.OK;
    }

    private int write(Options options, NotebookRun run, int code) throws InterruptedException {
        if (options.target() == null) {
            print(run);
            return code;
        }
        var outcome = run.save(options.target()).outcome();
        if (outcome instanceof SaveOutcome.NotSaved(var path, var reason, _)) {
            return complain("not-saved", path, reason, ExitCodes.USAGE);
        }
        return code;
    }

    private void print(NotebookRun run) throws InterruptedException {
        for (var cell : run.notebook().cells()) {
            if (cell instanceof CodeCell code) {
                code.outputs().items().forEach(this::print);
            }
        }
        out.flush();
    }

    private void print(CellOutput output) {
        switch (output) {
            case CellOutput.Text(_, var text) -> out.print(text.text());
            case CellOutput.Rich rich -> out.println(rich.data().text("text/plain").orElse(""));
            case CellOutput.Failed failed -> failed.traceback().forEach(out::println);
            case CellOutput.Unknown _ -> {}
        }
    }
}
