package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cellist.app.cli.NotebookRun.Outcome;
import org.cellist.app.cli.parameters.ParameterCell;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.export.NotebookLanguage;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// One `cellist run`, from the kernel's start to the written file.
///
/// Confined to the calling thread.
final class NotebookExecution {

    /// Below this a cell's duration is not worth a line.
    private static final Duration NOTABLE = Duration.ofSeconds(1);

    private static final int SHOWN_SOURCE = 60;

    private final Texts texts = Texts.of("cli");
    private final KernelBridge bridge = Bridges.ofThisPerson();
    private final RunOptions options;
    private final NotebookFile file;
    private final PrintWriter err;
    private final OutputPrinter printer;

    /// @param err where the progress goes
    NotebookExecution(
            RunOptions options, NotebookFile file, PrintWriter err, OutputPrinter printer) {
        this.options = options;
        this.file = file;
        this.err = err;
        this.printer = printer;
    }

    /// Returns the exit code.
    int run() {
        var run = new NotebookRun(file, bridge, options.folder(), printer::follow);
        try (var _ = new Interruption(run::interrupt);
                run) {
            var refusal = prepare(run);
            if (refusal != ExitCodes.OK) {
                return refusal;
            }
            int code = runCells(run);
            int written = write(run.notebook());
            return code == ExitCodes.OK ? written : code;
        } catch (InterruptedException _) {
            return ExitCodes.INTERRUPTED;
        }
    }

    private int prepare(NotebookRun run) throws InterruptedException {
        Kernelspec kernelspec = null;
        var name = options.kernel();
        if (name != null) {
            kernelspec = bridge.kernels(options.folder()).named(name).orElse(null);
            if (kernelspec == null) {
                tell(words().missing(name, null));
                return ExitCodes.KERNEL;
            }
            run.use(kernelspec);
        }
        return options.parameters().isEmpty() ? ExitCodes.OK : inject(run, kernelspec);
    }

    private int inject(NotebookRun run, @Nullable Kernelspec kernelspec)
            throws InterruptedException {
        var notebook = run.notebook();
        var language =
                kernelspec == null ? NotebookLanguage.of(notebook).name() : kernelspec.language();
        if (!ParameterCell.knows(language)) {
            tell(List.of(texts.get("run.no-dialect", language)));
            return ExitCodes.USAGE;
        }
        run.apply(ParameterCell.edit(notebook, language, options.parameters()));
        return ExitCodes.OK;
    }

    private int runCells(NotebookRun run) throws InterruptedException {
        long start = System.nanoTime();
        var cells = run.notebook().cells().stream().filter(NotebookExecution::isRun).toList();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            tell(List.of(texts.get("run.cell", i + 1, cells.size(), firstLine(cell))));
            var outcome = run.run(cell.id(), options.patience());
            var outputs = outputs(run.notebook(), cell);
            printer.end(outputs);
            int code = judge(outcome, i + 1, cell, outputs);
            if (code != ExitCodes.OK) {
                return code;
            }
        }
        tell(List.of(texts.get("run.done", cells.size(), seconds(System.nanoTime() - start))));
        return ExitCodes.OK;
    }

    private static boolean isRun(Cell cell) {
        return cell instanceof CodeCell && !cell.source().isBlank() && !Tags.isSkipped(cell);
    }

    private static List<CellOutput> outputs(Notebook notebook, Cell cell) {
        return notebook.cell(cell.id()).orElse(cell) instanceof CodeCell code
                ? code.outputs().items()
                : List.of();
    }

    /// Says how the run of a cell ended; returns the exit code when it is the last, else 0.
    private int judge(Outcome outcome, int number, Cell cell, List<CellOutput> outputs) {
        return switch (outcome) {
            case Outcome.Done(var took) -> {
                if (took.compareTo(NOTABLE) >= 0) {
                    tell(List.of(texts.get("run.took", number, seconds(took.toNanos()))));
                }
                yield ExitCodes.OK;
            }
            case Outcome.Failed _ -> failed(number, cell, reason(outputs));
            case Outcome.TimedOut(var heeded) -> {
                if (heeded) {
                    yield failed(number, cell, texts.get("run.timed-out"));
                }
                tell(List.of(texts.get("run.stuck", number)));
                yield ExitCodes.KERNEL;
            }
            case Outcome.NoKernel(var state) -> {
                tell(words().explain(state));
                yield ExitCodes.KERNEL;
            }
            case Outcome.Interrupted _ -> {
                tell(List.of(texts.get("run.interrupted", number)));
                yield ExitCodes.INTERRUPTED;
            }
        };
    }

    private int failed(int number, Cell cell, String why) {
        boolean goesOn = options.allowErrors() || Tags.mayFail(cell);
        tell(List.of(texts.get(goesOn ? "run.failed-allowed" : "run.failed", number, why)));
        return goesOn ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static String reason(List<CellOutput> outputs) {
        return outputs.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .map(failed -> failed.ename() + ": " + failed.evalue())
                .reduce("", (_, last) -> last);
    }

    private static String firstLine(Cell cell) {
        var line = cell.source().strip().lines().findFirst().orElse("");
        return line.length() <= SHOWN_SOURCE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN_SOURCE - 1)) + "…";
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private int write(Notebook notebook) {
        var target = options.target();
        if (target == null) {
            return ExitCodes.OK;
        }
        var files = new NotebookFiles();
        var result =
                options.isInPlace()
                        ? files.save(file, notebook)
                        : files.saveAs(file, notebook, target);
        return switch (result.outcome()) {
            case SaveOutcome.Saved _ -> ExitCodes.OK;
            case SaveOutcome.ChangedOnDisk(var path) -> writeBeside(path, notebook);
            case SaveOutcome.NotSaved problem -> notSaved(problem);
        };
    }

    /// What another program wrote meanwhile is not overwritten, and the outputs are not lost.
    private int writeBeside(Path path, Notebook notebook) {
        var stem = path.getFileName().toString().replaceFirst("\\.ipynb$", "");
        var beside = path.resolveSibling(stem + "-outputs.ipynb");
        for (int i = 2; Files.exists(beside); i++) {
            beside = path.resolveSibling(stem + "-outputs-" + i + ".ipynb");
        }
        return switch (new NotebookFiles().saveAs(file, notebook, beside).outcome()) {
            case SaveOutcome.NotSaved problem -> notSaved(problem);
            case SaveOutcome.Saved _, SaveOutcome.ChangedOnDisk _ -> {
                tell(List.of(texts.get("run.beside", path, beside)));
                yield ExitCodes.FAILED;
            }
        };
    }

    private int notSaved(SaveOutcome.NotSaved problem) {
        var why = new FileProblemWords().explain(problem);
        tell(List.of(texts.get("unwritable", problem.path(), why)));
        return ExitCodes.FAILED;
    }

    private KernelTroubleWords words() {
        return new KernelTroubleWords(bridge, options.folder());
    }

    private void tell(List<String> lines) {
        lines.forEach(err::println);
        err.flush();
    }
}
