package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.history.HistoryKeeper;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.jspecify.annotations.Nullable;

/// A session whose owner is the test's thread and whose time the test plays; the files are real.
///
/// Confined to the test's thread, but for its mailbox.
final class PlayedSession implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    final PlayedTime time;
    final NotebookFiles files = new NotebookFiles();
    final List<SaveState> told = new ArrayList<>();
    final NotebookSession session;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    PlayedSession(Path path) {
        this(opened(path));
    }

    PlayedSession(NotebookFile file) {
        this(file, ConsentStore.NOTHING);
    }

    PlayedSession(NotebookFile file, ConsentStore consents) {
        this(file, consents, new PlayedTime(), null);
    }

    /// @param history keeps what is saved; null for none
    PlayedSession(
            NotebookFile file,
            ConsentStore consents,
            PlayedTime time,
            @Nullable HistoryKeeper history) {
        this.time = time;
        var bridge = new KernelBridge(null, consents);
        var services =
                new NotebookSession.Services(
                        files,
                        bridge,
                        time.timer(),
                        time,
                        history,
                        AwayCopies.NONE,
                        new OpenServers(LanguageServers.NONE));
        session = new NotebookSession(file, services, new Owner(tasks::add, tasks::add));
        session.addListener(new States());
    }

    static NotebookFile opened(Path path) {
        return assertInstanceOf(OpenOutcome.Opened.class, new NotebookFiles().open(path)).file();
    }

    /// Types into the first cell.
    void type(String text) {
        var cell = session.store().notebook().cells().getFirst().id();
        session.store().apply(new EditSource(cell, 0, 0, text, null));
    }

    String source() {
        return session.store().notebook().cells().getFirst().source();
    }

    /// Does the owner's tasks until that is so.
    void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError(
                        "waited in vain; told " + told + "; " + session.kernel().state());
            }
            task.run();
        }
    }

    /// Does what the owner was given already.
    void settle() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    void untilIs(SaveState state) throws InterruptedException {
        until(() -> session.saveState().equals(state));
    }

    /// Does the next task that the owner is given.
    void next() throws InterruptedException {
        var done = new boolean[1];
        until(
                () -> {
                    boolean was = done[0];
                    done[0] = true;
                    return was;
                });
    }

    /// Ends the session, and its kernel before the test's folder goes.
    @Override
    public void close() {
        try {
            session.kernel().endNow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            session.close();
        }
    }

    private final class States implements SessionListener {

        @Override
        public void saveStateChanged(SaveState state) {
            told.add(state);
        }

        @Override
        public void kernelStateChanged(KernelState state) {
            // Not looked at.
        }
    }
}
