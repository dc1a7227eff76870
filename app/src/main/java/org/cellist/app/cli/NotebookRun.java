package org.cellist.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.SaveState;
import org.cellist.app.session.SessionListener;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.NotebookFiles.Result;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.jspecify.annotations.Nullable;

/// One notebook run without a window: the same session, owned by one plain thread.
///
/// Thread-safe; its methods wait for the owner.
final class NotebookRun implements AutoCloseable {

    private final ExecutorService owner =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().daemon().name("notebook-owner").unstarted(task));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("autosave-timer").unstarted(task));
    private final NotebookFiles files = new NotebookFiles();
    private final NotebookFile file;
    private final NotebookSession session;
    private final CompletableFuture<KernelState> kernelTrouble = new CompletableFuture<>();
    private volatile CompletableFuture<CellExecution> ended = new CompletableFuture<>();

    NotebookRun(NotebookFile file, KernelBridge bridge) {
        this.file = new NotebookFile(null, file.notebook(), null, file.access(), file.quirks());
        var services = new NotebookSession.Services(files, bridge, timer, Clock.systemUTC());
        this.session = new NotebookSession(this.file, services, new Owner(owner, owner));
        session.kernel().queue().addListener(new Runs());
        session.addListener(new Kernels());
    }

    /// Lets the kernel run in that folder.
    void runIn(Path folder) throws InterruptedException {
        onOwner(
                () -> {
                    session.kernel().setFolder(folder);
                    return folder;
                });
    }

    /// Uses the kernelspec of that name; returns false when there is none.
    boolean useKernel(String name) throws InterruptedException {
        var found = new CompletableFuture<Boolean>();
        onOwner(
                () -> {
                    session.kernel()
                            .find(
                                    catalog -> {
                                        var match =
                                                catalog.closest(name, null).stream()
                                                        .filter(
                                                                each ->
                                                                        each.closeness()
                                                                                == Closeness
                                                                                        .SAME_NAME)
                                                        .findFirst();
                                        match.ifPresent(
                                                each -> session.kernel().choose(each.kernelspec()));
                                        found.complete(match.isPresent());
                                    });
                    return name;
                });
        return await(found);
    }

    Notebook notebook() throws InterruptedException {
        return onOwner(() -> session.store().notebook());
    }

    void apply(NotebookEdit edit) throws InterruptedException {
        onOwner(
                () -> {
                    session.store().apply(edit);
                    return edit;
                });
    }

    /// How the run of one cell ended. Immutable.
    sealed interface Outcome {

        record Done(Duration took) implements Outcome {}

        record Failed(Duration took) implements Outcome {}

        record TimedOut() implements Outcome {}

        record NoKernel(KernelState state) implements Outcome {}
    }

    /// Runs one cell and waits for it.
    ///
    /// @param patience how long; null for as long as it takes
    Outcome run(CellId cell, @Nullable Duration patience) throws InterruptedException {
        ended = new CompletableFuture<>();
        onOwner(
                () -> {
                    session.kernel().queue().add(List.of(cell));
                    return cell;
                });
        var either = CompletableFuture.anyOf(ended, kernelTrouble);
        try {
            var end =
                    patience == null
                            ? either.get()
                            : either.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return switch (end) {
                case CellExecution.Done(var took) -> new Outcome.Done(took);
                case CellExecution.Failed(var took) -> new Outcome.Failed(took);
                case KernelState state -> new Outcome.NoKernel(state);
                default -> throw new IllegalStateException("no end of a run: " + end);
            };
        } catch (TimeoutException _) {
            session.kernel().interrupt();
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns what is wrong with the kernel, if anything is.
    Optional<KernelState> trouble() {
        return Optional.ofNullable(kernelTrouble.getNow(null));
    }

    /// Writes the notebook as it is now to that file.
    Result save(Path path) throws InterruptedException {
        return files.saveAs(file, notebook(), path);
    }

    @Override
    public void close() {
        try {
            session.kernel().endNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owner.shutdown();
        timer.shutdownNow();
    }

    private <T> T onOwner(Supplier<T> task) throws InterruptedException {
        return await(CompletableFuture.supplyAsync(task, owner));
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Hears how runs end. Confined to the owner.
    private final class Runs implements ExecutionListener {

        @Override
        public void executionChanged(CellId cell, CellExecution execution) {
            switch (execution) {
                case CellExecution.Done _, CellExecution.Failed _ -> ended.complete(execution);
                case CellExecution.NotRun _, CellExecution.Queued _, CellExecution.Running _ -> {}
            }
        }

        @Override
        public void inputChanged(@Nullable InputPrompt prompt) {
            if (prompt != null) {
                // Nobody is there to answer: what the code makes of an empty line is its own.
                session.kernel().queue().answer("");
            }
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
                        kernelTrouble.complete(state);
                case KernelState.NotChosen _,
                        KernelState.Ready _,
                        KernelState.Starting _,
                        KernelState.Idle _,
                        KernelState.Busy _ -> {}
            }
        }
    }
}
