package org.cellist.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.InputPrompt;
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
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// One notebook run without a window: the same session, owned by one plain thread.
///
/// Thread-safe; its methods wait for the owner.
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
    private final Consumer<List<CellOutput>> shown;
    private final CompletableFuture<Outcome> over = new CompletableFuture<>();
    private volatile CompletableFuture<Outcome> ended = new CompletableFuture<>();

    /// @param file is read alone: nothing saves it while it runs
    /// @param folder where the kernel runs
    /// @param shown called on the owner with the running cell's outputs, whenever they change
    NotebookRun(
            NotebookFile file, KernelBridge bridge, Path folder, Consumer<List<CellOutput>> shown) {
        var unsaved = new NotebookFile(null, file.notebook(), null, file.access(), file.quirks());
        var services =
                new NotebookSession.Services(new NotebookFiles(), bridge, timer, Clock.systemUTC());
        this.session = new NotebookSession(unsaved, services, new Owner(owner, owner));
        this.shown = shown;
        session.kernel().setFolder(folder);
        session.kernel().queue().refuseInput();
        session.kernel().queue().addListener(new Runs());
        session.addListener(new Kernels());
        session.store().follow(this::changed);
    }

    /// Uses that kernelspec instead of the notebook's own.
    void use(Kernelspec kernelspec) throws InterruptedException {
        onOwner(() -> session.kernel().choose(kernelspec));
    }

    Notebook notebook() throws InterruptedException {
        return askOwner(() -> session.store().notebook());
    }

    void apply(NotebookEdit edit) throws InterruptedException {
        onOwner(() -> session.store().apply(edit));
    }

    /// How the run of one cell ended. Immutable.
    sealed interface Outcome {

        record Done(Duration took) implements Outcome {}

        record Failed(Duration took) implements Outcome {}

        /// It took longer than allowed.
        ///
        /// @param heeded whether the cell ended when it was interrupted
        record TimedOut(boolean heeded) implements Outcome {}

        record NoKernel(KernelState state) implements Outcome {}

        /// [#interrupt()] was called.
        record Interrupted() implements Outcome {}
    }

    /// Runs one cell and waits for it. Once there is no kernel, or [#interrupt()] was called, no
    /// cell runs any more.
    ///
    /// @param patience how long; null for as long as it takes
    Outcome run(CellId cell, @Nullable Duration patience) throws InterruptedException {
        if (over.isDone()) {
            return over.join();
        }
        var end = new CompletableFuture<Outcome>();
        ended = end;
        onOwner(() -> session.kernel().queue().add(List.of(cell)));
        var outcome = await(CompletableFuture.anyOf(end, over), patience);
        return switch (outcome) {
            case null -> new Outcome.TimedOut(interruptRunning(end));
            case Outcome.Interrupted interrupted -> {
                interruptRunning(end);
                yield interrupted;
            }
            case Outcome other -> other;
            default -> throw new IllegalStateException("no end of a run: " + outcome);
        };
    }

    private boolean interruptRunning(CompletableFuture<Outcome> end) throws InterruptedException {
        onOwner(() -> session.kernel().interrupt());
        boolean isRunning = askOwner(() -> session.kernel().queue().runningSince() != null);
        return !isRunning || await(end, INTERRUPT_PATIENCE) != null;
    }

    /// Ends the run soon: the running cell is interrupted, and no other runs.
    void interrupt() {
        over.complete(new Outcome.Interrupted());
    }

    /// Ends the kernel: in peace, or at once when nobody has time for it.
    @Override
    public void close() {
        boolean inHaste = over.getNow(null) instanceof Outcome.Interrupted;
        try {
            onOwner(() -> endKernel(inHaste));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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
        var running = session.kernel().queue().running();
        if (change instanceof OutputsChanged(var cell)
                && cell.equals(running)
                && session.store().notebook().cell(cell).orElse(null) instanceof CodeCell code) {
            shown.accept(code.outputs().items());
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

    /// Returns null when the time is up.
    private static <T> @Nullable T await(CompletableFuture<T> future, @Nullable Duration patience)
            throws InterruptedException {
        try {
            return patience == null
                    ? future.get()
                    : future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Hears how runs end. Confined to the owner.
    private final class Runs implements ExecutionListener {

        @Override
        public void executionChanged(CellId cell, CellExecution execution) {
            switch (execution) {
                case CellExecution.Done(var took) -> ended.complete(new Outcome.Done(took));
                case CellExecution.Failed(var took) -> ended.complete(new Outcome.Failed(took));
                case CellExecution.NotRun _, CellExecution.Queued _, CellExecution.Running _ -> {}
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
                        KernelState.Busy _ -> {}
            }
        }
    }
}
