package org.cellist.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.storage.AutosavePolicy;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.NotebookFiles.Result;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.kernel.KernelBridge;
import org.jspecify.annotations.Nullable;

/// One open notebook: its store, its file with autosave, and its kernel.
///
/// Confined to the notebook's owner. Files are written on virtual threads, one save at a time; a
/// save
/// that is asked for meanwhile follows with what is newest then.
public final class NotebookSession implements AutoCloseable {

    private final NotebookFiles files;
    private final ScheduledExecutorService timer;
    private final Owner owner;
    private final Clock clock;
    private final NotebookStore store;
    private final NotebookKernel kernel;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private NotebookFile file;
    private SaveState saveState = new SaveState.Saved();
    private long savedVersion;
    private boolean saving;
    private boolean closed;
    private @Nullable Instant firstUnsaved;
    private @Nullable ScheduledFuture<?> due;

    /// What sessions share. Immutable.
    public record Services(
            NotebookFiles files,
            KernelBridge bridge,
            ScheduledExecutorService timer,
            Clock clock) {}

    public NotebookSession(NotebookFile file, Services services, Owner owner) {
        this.file = file;
        this.files = services.files();
        this.timer = services.timer();
        this.clock = services.clock();
        this.owner = owner;
        this.store = new NotebookStore(file.notebook(), clock);
        this.kernel =
                new NotebookKernel(
                        services.bridge(),
                        store,
                        owner,
                        folder(file.path()),
                        clock,
                        state -> listeners.forEach(each -> each.kernelStateChanged(state)));
        store.follow(this::changed);
    }

    private static Path folder(@Nullable Path path) {
        var parent = path == null ? null : path.toAbsolutePath().getParent();
        return parent == null ? Path.of(System.getProperty("user.home")) : parent;
    }

    public NotebookStore store() {
        return store;
    }

    public NotebookKernel kernel() {
        return kernel;
    }

    public NotebookFile file() {
        return file;
    }

    public SaveState saveState() {
        return saveState;
    }

    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    /// Returns whether the disk lacks something.
    public boolean isUnsaved() {
        return store.version() != savedVersion;
    }

    private void changed(NotebookChange change) {
        var now = clock.instant();
        if (firstUnsaved == null) {
            firstUnsaved = now;
        }
        if (!(saveState instanceof SaveState.ChangedOnDisk)) {
            set(new SaveState.Unsaved());
            scheduleAutosave(now);
        }
    }

    private void scheduleAutosave(Instant lastChange) {
        boolean isWritable = file.access() instanceof NotebookFile.Access.Writable;
        if (file.path() == null || !isWritable || closed) {
            return;
        }
        var stamp = file.stamp();
        var policy = AutosavePolicy.forSize(stamp == null ? 0 : stamp.sizeBytes());
        var at = policy.due(firstUnsaved, lastChange);
        if (due != null) {
            due.cancel(false);
        }
        if (at != null) {
            long delay = Math.max(0, Duration.between(clock.instant(), at).toMillis());
            due =
                    timer.schedule(
                            () -> owner.thread().execute(this::autosave),
                            delay,
                            TimeUnit.MILLISECONDS);
        }
    }

    private void autosave() {
        if (isUnsaved() && !saving && !closed) {
            save(_ -> {});
        }
    }

    /// Writes the notebook to its file, unless another program has changed that.
    ///
    /// @param then called on the owner
    public void save(Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> save(then));
            return;
        }
        var from = file;
        var snapshot = store.notebook();
        write(() -> files.save(from, snapshot), then);
    }

    /// Writes the notebook to that file and goes on with it.
    ///
    /// @param then called on the owner
    public void saveAs(Path path, Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> saveAs(path, then));
            return;
        }
        var from = file;
        var snapshot = store.notebook();
        write(() -> files.saveAs(from, snapshot, path), then);
    }

    private interface Write {
        Result now();
    }

    private void write(Write write, Consumer<SaveOutcome> then) {
        saving = true;
        long version = store.version();
        set(new SaveState.Saving());
        Thread.ofVirtual()
                .name("save")
                .start(
                        () -> {
                            var result = write.now();
                            owner.thread().execute(() -> written(result, version, then));
                        });
    }

    private void written(Result result, long version, Consumer<SaveOutcome> then) {
        saving = false;
        file = result.file();
        switch (result.outcome()) {
            case SaveOutcome.Saved _ -> {
                savedVersion = version;
                kernel.setFolder(folder(file.path()));
                firstUnsaved = isUnsaved() ? clock.instant() : null;
                set(isUnsaved() ? new SaveState.Unsaved() : new SaveState.Saved());
                if (isUnsaved()) {
                    scheduleAutosave(clock.instant());
                }
            }
            case SaveOutcome.ChangedOnDisk _ -> set(new SaveState.ChangedOnDisk());
            case SaveOutcome.NotSaved failed -> set(new SaveState.Failed(failed));
        }
        then.accept(result.outcome());
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }

    /// Looks whether another program has changed the file. With nothing unsaved here, the new
    /// content
    /// is taken; otherwise the state says so.
    public void lookAtFile() {
        var seen = file;
        Thread.ofVirtual()
                .name("look-at-file")
                .start(
                        () -> {
                            if (!files.isUnchanged(seen)) {
                                owner.thread().execute(() -> changedOutside(seen));
                            }
                        });
    }

    private void changedOutside(NotebookFile seen) {
        if (!seen.equals(file) || saving) {
            return;
        }
        if (isUnsaved()) {
            set(new SaveState.ChangedOnDisk());
        } else {
            reload();
        }
    }

    /// Takes what the file holds now in place of what is here.
    public void reload() {
        var path = file.path();
        if (path == null) {
            return;
        }
        Thread.ofVirtual()
                .name("reload")
                .start(
                        () -> {
                            if (files.open(path) instanceof OpenOutcome.Opened(var opened)) {
                                owner.thread().execute(() -> take(opened));
                            }
                        });
    }

    private void take(NotebookFile opened) {
        file = opened;
        store.apply(new ReplaceNotebook(opened.notebook()));
        savedVersion = store.version();
        firstUnsaved = null;
        if (due != null) {
            due.cancel(false);
        }
        set(new SaveState.Saved());
    }

    /// Writes what is here over what another program wrote.
    public void overwrite(Consumer<SaveOutcome> then) {
        var path = file.path();
        if (path != null) {
            saveAs(path, then);
        }
    }

    private void set(SaveState state) {
        saveState = state;
        listeners.forEach(each -> each.saveStateChanged(state));
    }

    /// Ends the kernel and autosave. Does not save.
    @Override
    public void close() {
        closed = true;
        if (due != null) {
            due.cancel(false);
        }
        kernel.end();
    }
}
