package org.cellist.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.InputPrompt;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.OutputsChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.SaveState;
import org.cellist.app.session.SessionListener;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// One notebook run without a window: the same session, owned by one plain thread.
///
/// Thread-safe; its methods wait for the owner. [#release] and [#close] are for one thread.
final class NotebookRun implements AutoCloseable {

    /// How long an interrupted cell may take to end, so that its traceback is among the outputs.
    private static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService owner =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("notebook-owner").factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("autosave-timer").factory());
    private final NotebookSession session;
    private final Progress progress;
    private final CompletableFuture<Outcome> over = new CompletableFuture<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private final Set<CellId> unfinished = new HashSet<>(); // confined to the owner
    private final Set<CellId> late = new HashSet<>(); // confined to the owner
    private @Nullable Duration patience; // confined to the owner
    private boolean goesOnAfterErrors; // confined to the owner
    private @Nullable CompletableFuture<Void> ending; // confined to the calling thread

    /// @param file is read alone: nothing saves it while it runs
    /// @param folder where the kernel runs
    NotebookRun(NotebookFile file, KernelBridge bridge, Path folder, Progress progress) {
        var unsaved = new NotebookFile(null, file.notebook(), null, file.access(), file.quirks());
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        bridge,
                        timer,
                        Clock.systemUTC(),
                        null,
                        AwayCopies.NONE,
                        new OpenServers(LanguageServers.NONE));
        this.session = new NotebookSession(unsaved, services, new Owner(owner, owner));
        this.progress = progress;
        session.kernel().launch().runIn(folder);
        session.kernel().launch().leaveUnattended();
        session.kernel().queue().refuseInput();
        session.kernel().queue().addListener(new Runs());
        session.addListener(new Kernels());
        session.store().follow(this::changed);
    }

    /// Follows a run. Called on the owner.
    interface Progress {

        /// The cell runs from now on.
        void begun(CellId cell);

        /// The running cell's outputs have changed.
        void shown(List<CellOutput> outputs);

        /// The cell runs no longer.
        ///
        /// @param outputs all that the cell has shown
        void ended(CellId cell, CellEnd end, List<CellOutput> outputs);
    }

    /// How the run of one cell ended. Immutable.
    record CellEnd(How how, Duration took) {

        enum How {
            DONE,
            FAILED,
            /// Interrupted, because it took longer than allowed.
            LATE,
            /// The whole run has ended, and the cell with it.
            CUT_OFF
        }
    }

    /// How a run ended. Immutable.
    sealed interface Outcome {

        /// No cell is left.
        record Finished() implements Outcome {}

        /// A cell took longer than allowed and did not end when it was interrupted.
        record Stuck(CellId cell) implements Outcome {}

        record NoKernel(KernelState state) implements Outcome {}

        /// [#interrupt()] was called.
        record Interrupted() implements Outcome {}
    }

    /// Uses that kernelspec instead of the notebook's own.
    void use(Kernelspec kernelspec) throws InterruptedException {
        onOwner(() -> session.kernel().choose(new KernelRuntime.Local(kernelspec)));
    }

    Notebook notebook() throws InterruptedException {
        return askOwner(() -> session.store().notebook());
    }

    void apply(NotebookEdit edit) throws InterruptedException {
        onOwner(() -> session.store().apply(edit));
    }

    /// Runs cells and waits until the last has ended, or one has failed that may not.
    ///
    /// All are queued at once, so that no other thread stands between a cell's end and the next.
    ///
    /// @param allowErrors whether the cells after a failed one run too
    /// @param longest how long one cell may take; null for as long as it takes
    Outcome run(List<CellId> cells, boolean allowErrors, @Nullable Duration longest)
            throws InterruptedException {
        onOwner(() -> begin(cells, allowErrors, longest));
        try {
            var outcome = over.get();
            if (!(outcome instanceof Outcome.Finished)) {
                awaitIdle(outcome instanceof Outcome.Interrupted);
            }
            return outcome;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void begin(List<CellId> cells, boolean allowErrors, @Nullable Duration longest) {
        patience = longest;
        goesOnAfterErrors = allowErrors;
        unfinished.addAll(cells);
        var queue = session.kernel().queue();
        if (allowErrors) {
            queue.goOnAfterErrors();
        } else if (longest == null) { // else an interrupt meant for one cell could hit the next
            session.kernel().launch().giveUpAfterErrors();
        }
        if (cells.isEmpty()) {
            over.complete(new Outcome.Finished());
        } else {
            queue.add(cells);
        }
    }

    /// Waits a moment for the running cell to end, so that its last outputs are there.
    private void awaitIdle(boolean interrupts) throws InterruptedException {
        onOwner(
                () -> {
                    if (interrupts) {
                        session.kernel().interrupt();
                    }
                    if (session.kernel().queue().running() == null) {
                        idle.complete(null);
                    }
                });
        try {
            idle.get(INTERRUPT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // Its outputs so far are all there is.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Ends the run soon: the running cell is interrupted, and no other runs.
    void interrupt() {
        over.complete(new Outcome.Interrupted());
    }

    /// Begins to end the kernel, in peace, or at once when nobody has time for it; nothing is asked
    /// of the run any more but to close it.
    void release() {
        if (ending == null) {
            boolean inHaste = over.getNow(null) instanceof Outcome.Interrupted;
            ending = CompletableFuture.runAsync(() -> endKernel(inHaste), owner);
        }
    }

    /// Waits until the kernel has ended.
    @Override
    public void close() {
        release();
        try {
            Objects.requireNonNull(ending).get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        owner.shutdown();
        timer.shutdownNow();
    }

    private void endKernel(boolean inHaste) {
        if (inHaste) {
            session.kernel().end();
            return;
        }
        try {
            session.kernel().endNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(NotebookChange change) {
        if (change instanceof OutputsChanged(var cell)
                && cell.equals(session.kernel().queue().running())) {
            progress.shown(outputs(cell));
        }
    }

    private List<CellOutput> outputs(CellId cell) {
        return session.store().notebook().cell(cell).orElse(null) instanceof CodeCell code
                ? code.outputs().items()
                : List.of();
    }

    private void begun(CellId cell) {
        progress.begun(cell);
        if (patience != null) {
            after(patience, () -> tooLate(cell));
        }
    }

    private void tooLate(CellId cell) {
        if (isRunning(cell) && late.add(cell)) {
            if (goesOnAfter(cell)) {
                session.kernel().interruptCell();
            } else {
                session.kernel().interrupt();
            }
            after(
                    INTERRUPT_PATIENCE,
                    () -> {
                        if (isRunning(cell)) {
                            over.complete(new Outcome.Stuck(cell));
                        }
                    });
        }
    }

    private boolean goesOnAfter(CellId cell) {
        return goesOnAfterErrors
                || session.store().notebook().cell(cell).filter(Tags::mayFail).isPresent();
    }

    private boolean isRunning(CellId cell) {
        return cell.equals(session.kernel().queue().running());
    }

    private void after(Duration delay, Runnable task) {
        var _ = timer.schedule(() -> owner.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ended(CellId cell, boolean failed, Duration took) {
        progress.ended(cell, new CellEnd(how(cell, failed), took), outputs(cell));
        if (over.isDone()) {
            idle.complete(null);
        }
        leave(cell);
    }

    private CellEnd.How how(CellId cell, boolean failed) {
        if (over.isDone()) {
            return CellEnd.How.CUT_OFF;
        }
        if (late.contains(cell)) {
            return CellEnd.How.LATE; // even if its code has caught the interrupt
        }
        return failed ? CellEnd.How.FAILED : CellEnd.How.DONE;
    }

    private void leave(CellId cell) {
        if (unfinished.remove(cell) && unfinished.isEmpty()) {
            // Soon, not now: when there is no kernel, its state follows the end of the queue.
            // That of one that went in the midst of a cell follows when its process has ended.
            owner.execute(
                    () -> {
                        if (!session.kernel().queue().hasLostKernel()) {
                            over.complete(new Outcome.Finished());
                        }
                    });
        }
    }

    private void onOwner(Runnable task) throws InterruptedException {
        askOwner(
                () -> {
                    task.run();
                    return true;
                });
    }

    private <T> T askOwner(Supplier<T> question) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(question, owner).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Hears how runs end. Confined to the owner.
    private final class Runs implements ExecutionListener {

        @Override
        public void executionChanged(CellId cell, CellExecution execution) {
            switch (execution) {
                case CellExecution.Running _ -> begun(cell);
                case CellExecution.Done(var took) -> ended(cell, false, took);
                case CellExecution.Failed(var took) -> ended(cell, true, took);
                case CellExecution.NotRun _ -> leave(cell);
                case CellExecution.Queued _, CellExecution.PartDone _ -> {}
            }
        }

        @Override
        public void inputChanged(@Nullable InputPrompt prompt) {
            // Input is refused: nobody is there to answer.
        }

        @Override
        public void nextInput(CellId cell, String text, boolean replaces) {
            // Without a window nobody goes on editing.
        }
    }

    /// Hears of the kernel's end. Confined to the owner.
    private final class Kernels implements SessionListener {

        @Override
        public void saveStateChanged(SaveState state) {
            // The command saves when it is done.
        }

        @Override
        public void kernelStateChanged(KernelState state) {
            switch (state) {
                case KernelState.Missing _, KernelState.Dead _, KernelState.Failed _ ->
                        over.complete(new Outcome.NoKernel(state));
                case KernelState.NotChosen _,
                        KernelState.Ready _,
                        KernelState.Starting _,
                        KernelState.Idle _,
                        KernelState.Busy _,
                        KernelState.Disconnected _,
                        KernelState.Unheard _,
                        KernelState.Unresponsive _ -> {}
            }
        }
    }
}
