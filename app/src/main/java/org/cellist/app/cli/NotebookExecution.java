package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cellist.app.cli.parameters.ParameterCell;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.export.NotebookLanguage;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
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
/// Confined to the calling thread, but for what is told of the run's progress.
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
    private final Map<CellId, Numbered> cells = new LinkedHashMap<>();
    private volatile int code = ExitCodes.OK;
    private volatile boolean hasBegun;

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
        var run = new NotebookRun(file, bridge, options.folder(), new Told());
        try (var _ = new Interruption(run::interrupt);
                run) {
            var refusal = prepare(run);
            if (refusal != ExitCodes.OK) {
                return refusal;
            }
            int ran = runCells(run);
            var notebook = run.notebook();
            run.release(); // the kernel ends while the file is written
            int written = isWorthKeeping() ? write(notebook) : ExitCodes.OK;
            if (ran == ExitCodes.INTERRUPTED) {
                tellInterrupted(written == ExitCodes.OK);
            }
            return ran == ExitCodes.OK ? written : ran;
        } catch (InterruptedException _) {
            return ExitCodes.INTERRUPTED;
        }
    }

    /// A run that ended before its first cell began has made nothing new.
    private boolean isWorthKeeping() {
        return options.target() != null && (cells.isEmpty() || hasBegun);
    }

    private void tellInterrupted(boolean isWritten) {
        boolean isKept = isWritten && isWorthKeeping();
        tell(List.of(texts.get(isKept ? "run.interrupted-kept" : "run.interrupted")));
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
        var language = kernelspec == null ? language(notebook) : kernelspec.language();
        if (!ParameterCell.knows(language)) {
            tell(List.of(texts.get("run.no-dialect", language)));
            return ExitCodes.USAGE;
        }
        run.apply(ParameterCell.edit(notebook, language, options.parameters()));
        return ExitCodes.OK;
    }

    /// Returns the language of what the notebook will run on; what it says itself only where that
    /// is not installed.
    private String language(Notebook notebook) {
        var name = notebook.metadata().object("kernelspec").string("name");
        return Optional.ofNullable(name)
                .flatMap(bridge.kernels(options.folder())::named)
                .map(Kernelspec::language)
                .filter(language -> !language.isBlank())
                .orElseGet(() -> NotebookLanguage.of(notebook).name());
    }

    private int runCells(NotebookRun run) throws InterruptedException {
        long start = System.nanoTime();
        run.notebook().cells().stream()
                .filter(NotebookExecution::isRun)
                .forEach(cell -> cells.put(cell.id(), new Numbered(cells.size() + 1, cell)));
        var ids = List.copyOf(cells.keySet());
        var outcome = run.run(ids, options.allowErrors(), options.patience());
        return switch (outcome) {
            case NotebookRun.Outcome.Finished _ -> {
                if (code == ExitCodes.OK) {
                    var took = seconds(System.nanoTime() - start);
                    tell(List.of(texts.get("run.done", cells.size(), took)));
                }
                yield code;
            }
            case NotebookRun.Outcome.Stuck(var cell) -> {
                tell(List.of(texts.get("run.stuck", numbered(cell).number())));
                yield ExitCodes.KERNEL;
            }
            case NotebookRun.Outcome.NoKernel(var state) -> {
                tell(words().explain(state));
                yield ExitCodes.KERNEL;
            }
            case NotebookRun.Outcome.Interrupted _ -> ExitCodes.INTERRUPTED;
        };
    }

    private static boolean isRun(Cell cell) {
        return cell instanceof CodeCell && !cell.source().isBlank() && !Tags.isSkipped(cell);
    }

    private Numbered numbered(CellId id) {
        return Objects.requireNonNull(cells.get(id), id::value);
    }

    /// A cell and its place among those that run, from 1. Immutable.
    private record Numbered(int number, Cell cell) {}

    /// Says and prints what happens. Confined to the run's owner.
    private final class Told implements NotebookRun.Progress {

        @Override
        public void begun(CellId id) {
            hasBegun = true;
            var cell = numbered(id);
            tell(
                    List.of(
                            texts.get(
                                    "run.cell",
                                    cell.number(),
                                    cells.size(),
                                    firstLine(cell.cell()))));
        }

        @Override
        public void shown(List<CellOutput> outputs) {
            printer.follow(outputs);
        }

        @Override
        public void ended(CellId id, NotebookRun.CellEnd end, List<CellOutput> outputs) {
            printer.end(outputs);
            var cell = numbered(id);
            switch (end.how()) {
                case DONE -> tookLong(cell.number(), end.took());
                case FAILED -> failed(cell, reason(outputs));
                case LATE -> failed(cell, texts.get("run.timed-out"));
                case CUT_OFF -> {}
            }
        }

        private void tookLong(int number, Duration took) {
            if (took.compareTo(NOTABLE) >= 0) {
                tell(List.of(texts.get("run.took", number, seconds(took.toNanos()))));
            }
        }

        private void failed(Numbered cell, String why) {
            boolean goesOn = options.allowErrors() || Tags.mayFail(cell.cell());
            var key = goesOn ? "run.failed-allowed" : "run.failed";
            tell(List.of(texts.get(key, cell.number(), why)));
            code = goesOn ? code : ExitCodes.FAILED;
        }
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
                        ? files.save(under(target), notebook)
                        : files.saveAs(file, notebook, target);
        return switch (result.outcome()) {
            case SaveOutcome.Saved _ -> ExitCodes.OK;
            case SaveOutcome.ChangedOnDisk(var path) -> writeBeside(path, notebook);
            case SaveOutcome.NotSaved problem -> notSaved(problem);
        };
    }

    /// Returns the file as the person named it for writing.
    private NotebookFile under(Path target) {
        return new NotebookFile(
                target, file.notebook(), file.stamp(), file.access(), file.quirks());
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
