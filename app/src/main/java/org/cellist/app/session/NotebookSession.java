package org.cellist.app.session;

import java.nio.file.Files;
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
/// save that is asked for meanwhile follows with what is newest then.
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
    private boolean isLost; // the file is gone, or holds what cannot be taken
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
        return isLost || isEdited();
    }

    private boolean isEdited() {
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
        boolean isContested = saveState instanceof SaveState.ChangedOnDisk;
        if (isUnsaved() && !saving && !closed && !isContested) {
            save(_ -> {});
        }
    }

    /// Writes the notebook to its file, unless another program has changed that. A file that is
    /// gone is written again.
    ///
    /// @param then called on the owner
    public void save(Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> save(then));
            return;
        }
        var from = file;
        var snapshot = store.notebook();
        write(
                () -> isGone(from) ? files.saveAnew(from, snapshot) : files.save(from, snapshot),
                then);
    }

    private static boolean isGone(NotebookFile file) {
        var path = file.path();
        return path != null && file.stamp() != null && Files.notExists(path);
    }

    /// The same file, whatever it holds now.
    private static NotebookFile unguarded(NotebookFile file) {
        return new NotebookFile(file.path(), file.notebook(), null, file.access(), file.quirks());
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
        switch (result.outcome()) {
            case SaveOutcome.Saved _ -> {
                file = result.file();
                savedVersion = version;
                isLost = false;
                kernel.setFolder(folder(file.path()));
                firstUnsaved = isUnsaved() ? clock.instant() : null;
                set(isUnsaved() ? new SaveState.Unsaved() : new SaveState.Saved());
                if (isUnsaved()) {
                    scheduleAutosave(clock.instant());
                }
            }
            case SaveOutcome.ChangedOnDisk _ -> set(new SaveState.ChangedOnDisk());
            case SaveOutcome.NotSaved failed -> {
                firstUnsaved = null; // the next change waits for a pause again
                set(new SaveState.Failed(failed));
            }
        }
        then.accept(result.outcome());
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }

    /// Looks whether another program has changed the file. With nothing unsaved here, the new
    /// content is taken; otherwise the state says so. What is here is unsaved once the file is
    /// gone.
    public void lookAtFile() {
        var seen = file;
        Thread.ofVirtual()
                .name("look-at-file")
                .start(
                        () -> {
                            boolean isGone = isGone(seen);
                            boolean isUnchanged = !isGone && files.isUnchanged(seen);
                            owner.thread().execute(() -> looked(seen, isGone, isUnchanged));
                        });
    }

    private void looked(NotebookFile seen, boolean isGone, boolean isUnchanged) {
        if (closed || saving || !seen.equals(file)) {
            return;
        }
        if (isGone) {
            lose(new SaveState.Unsaved());
        } else if (isUnchanged) {
            cameBack();
        } else if (isEdited()) {
            set(new SaveState.ChangedOnDisk());
        } else {
            read(this::takeUnlessEdited);
        }
    }

    private void lose(SaveState state) {
        isLost = true;
        if (!state.equals(saveState)) {
            set(state);
        }
    }

    private void cameBack() {
        if (isLost) {
            isLost = false;
            set(isEdited() ? new SaveState.Unsaved() : new SaveState.Saved());
        }
    }

    /// Takes what the file holds now in place of what is here. What is here stays, and the state
    /// says so, if the file can no longer be read.
    public void reload() {
        if (saving) {
            waiting.add(this::reload);
        } else {
            read(this::take);
        }
    }

    private void read(Consumer<NotebookFile> taker) {
        var path = file.path();
        if (path == null) {
            return;
        }
        Thread.ofVirtual()
                .name("reload")
                .start(
                        () -> {
                            var outcome = files.open(path);
                            owner.thread().execute(() -> wasRead(outcome, taker));
                        });
    }

    private void wasRead(OpenOutcome outcome, Consumer<NotebookFile> taker) {
        switch (outcome) {
            case OpenOutcome.Opened(var opened) -> taker.accept(opened);
            case OpenOutcome.Unreadable(_, var reason, _)
                    when reason == OpenOutcome.Reason.MISSING ->
                    lose(new SaveState.Unsaved());
            case OpenOutcome.Unreadable _, OpenOutcome.NotANotebook _ ->
                    lose(new SaveState.ChangedOnDisk());
        }
    }

    /// Nobody asked for the new content: an edit that was made while it was read wins.
    private void takeUnlessEdited(NotebookFile opened) {
        if (isEdited() || saving) {
            set(new SaveState.ChangedOnDisk());
        } else {
            take(opened);
        }
    }

    private void take(NotebookFile opened) {
        file = opened;
        store.apply(new ReplaceNotebook(opened.notebook(), kernel.queue().running()));
        savedVersion = store.version();
        isLost = false;
        firstUnsaved = null;
        if (due != null) {
            due.cancel(false);
        }
        set(new SaveState.Saved());
    }

    /// Writes what is here over what another program wrote; not over what is open for looking
    /// only.
    public void overwrite(Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> overwrite(then));
            return;
        }
        var from = unguarded(file);
        var snapshot = store.notebook();
        write(() -> files.save(from, snapshot), then);
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
