package org.cellist.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.NotebookFiles.Result;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.storage.history.HistoryKeeper;
import org.cellist.kernel.KernelBridge;
import org.jspecify.annotations.Nullable;

/// One open notebook: its store, its file with autosave, and its kernel.
///
/// Confined to the notebook's owner. Files are written on virtual threads, one save at a time; a
/// save that is asked for meanwhile follows with what is newest then.
public final class NotebookSession implements CellSession, AutoCloseable {

    private final FileWork work;
    private final Services services;
    private final Autosave autosave;
    private final NotebookStore store;
    private final NotebookKernel kernel;
    private final SessionFollowers followers = new SessionFollowers();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Owner owner;
    private @Nullable NotebookLanguage language; // of a notebook that somebody looks at
    private @Nullable ScratchSession scratch; // once somebody tries something out
    private NotebookFile file;
    private long savedVersion;
    private boolean saving;
    private boolean closed;
    private boolean isLost; // the file is gone, or holds what cannot be taken

    /// What sessions share. Immutable.
    ///
    /// @param history keeps what is saved; null for none
    /// @param copies of files of other machines, with which their notebooks are open
    /// @param servers of languages, which scripts share
    public record Services(
            NotebookFiles files,
            KernelBridge bridge,
            ScheduledExecutorService timer,
            Clock clock,
            @Nullable HistoryKeeper history,
            AwayCopies copies,
            OpenServers servers) {}

    public NotebookSession(NotebookFile file, Services services, Owner owner) {
        this.file = file;
        this.services = services;
        this.owner = owner;
        this.work = new FileWork(services.files(), owner);
        this.autosave = new Autosave(services, owner, this::autosave);
        this.store = new NotebookStore(file.notebook(), services.clock());
        this.kernel =
                new NotebookKernel(
                        new BridgedKernels(
                                services.bridge(), new ServerNotebooks(services.copies())),
                        store,
                        owner,
                        KernelPlace.of(file.path()),
                        services.clock(),
                        followers::tell);
        store.follow(this::changed);
    }

    @Override
    public NotebookStore store() {
        return store;
    }

    @Override
    public NotebookKernel kernel() {
        return kernel;
    }

    @Override
    public ExecutionQueue queue() {
        return kernel.queue();
    }

    @Override
    public NotebookLanguage language() {
        var known = language;
        if (known == null) {
            known = LanguageStart.language(this, services, owner);
            language = known;
        }
        return known;
    }

    /// Returns what is tried out beside the notebook; the first call begins it.
    public ScratchSession scratch() {
        if (scratch == null) {
            var begun = new ScratchSession(this, services.clock());
            scratch = begun;
            followers.tell(begun);
        }
        return scratch;
    }

    @Override
    public NotebookFile file() {
        return file;
    }

    public SaveState saveState() {
        return followers.saveState();
    }

    @Override
    public void addListener(SessionListener listener) {
        followers.add(listener);
    }

    @Override
    public void removeListener(SessionListener listener) {
        followers.remove(listener);
    }

    /// Returns whether the disk lacks something.
    public boolean isUnsaved() {
        return isLost || isEdited();
    }

    private boolean isEdited() {
        return store.version() != savedVersion;
    }

    private void changed(NotebookChange change) {
        if (saveState() instanceof SaveState.ChangedOnDisk) {
            autosave.changed();
        } else {
            followers.tellUnlessFailed(new SaveState.Unsaved());
            autosave.schedule(file);
        }
    }

    private void autosave() {
        boolean isContested = saveState() instanceof SaveState.ChangedOnDisk;
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
        var ended = beginSave(then);
        work.save(file, store.notebook(), ended);
    }

    /// Writes the notebook to that file and goes on with it.
    ///
    /// @param then called on the owner
    public void saveAs(Path path, Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> saveAs(path, then));
            return;
        }
        var ended = beginSave(then);
        work.saveAs(file, store.notebook(), path, ended);
    }

    /// Writes what is here to another file, and goes on with its own.
    ///
    /// @param then called on the owner
    public void saveCopy(Path path, Consumer<SaveOutcome> then) {
        work.saveAs(file, store.notebook(), path, result -> then.accept(result.outcome()));
    }

    /// Begins a save of what is here now.
    ///
    /// @return takes its result
    private Consumer<Result> beginSave(Consumer<SaveOutcome> then) {
        saving = true;
        long version = store.version();
        followers.tellUnlessFailed(new SaveState.Saving());
        var ended = queue().resumption().ended();
        return result -> {
            if (result.outcome() instanceof SaveOutcome.Saved) {
                kernel.settle(ended);
            }
            written(result, version, then);
        };
    }

    private void written(Result result, long version, Consumer<SaveOutcome> then) {
        saving = false;
        switch (result.outcome()) {
            case SaveOutcome.Saved _ -> {
                keep(file, result.file());
                file = result.file();
                savedVersion = version;
                isLost = false;
                autosave.saved();
                kernel.setPlace(KernelPlace.of(file.path()));
                followers.tell(isUnsaved() ? new SaveState.Unsaved() : new SaveState.Saved());
                if (isUnsaved()) {
                    autosave.schedule(file);
                }
            }
            case SaveOutcome.ChangedOnDisk _ -> followers.tell(new SaveState.ChangedOnDisk());
            case SaveOutcome.NotSaved failed -> notWritten(failed);
        }
        then.accept(result.outcome());
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }

    private void keep(NotebookFile before, NotebookFile saved) {
        var history = services.history();
        if (history != null && saved.plain() == null) {
            history.saved(before, saved, services.clock().instant());
        }
    }

    /// The disk may have room again, or be there again, while nobody is looking.
    private void notWritten(SaveOutcome.NotSaved failed) {
        if (isUnsaved()) {
            followers.tell(new SaveState.Failed(failed));
            autosave.failed(file);
        } else {
            followers.tell(new SaveState.Saved()); // under another name: its own file has it all
        }
    }

    /// Looks whether another program has changed the file. With nothing unsaved here, the new
    /// content is taken; otherwise the state says so. What is here is unsaved once the file is
    /// gone.
    public void lookAtFile() {
        var looked = file;
        work.look(looked, seen -> looked(looked, seen));
    }

    private void looked(NotebookFile looked, FileWork.Seen seen) {
        if (closed || saving || !looked.equals(file)) {
            return;
        }
        switch (seen) {
            case GONE -> lose(new SaveState.Unsaved());
            case UNCHANGED -> cameBack();
            case CHANGED -> {
                if (isEdited()) {
                    followers.tell(new SaveState.ChangedOnDisk());
                } else {
                    read(this::takeUnlessEdited);
                }
            }
        }
    }

    private void lose(SaveState state) {
        isLost = true;
        if (state instanceof SaveState.Unsaved) {
            followers.tellUnlessFailed(state);
        } else {
            followers.tell(state);
        }
    }

    /// The file is again what is known of it.
    private void cameBack() {
        if (!isLost && !(saveState() instanceof SaveState.ChangedOnDisk)) {
            return;
        }
        isLost = false;
        if (isEdited()) {
            followers.tellUnlessFailed(new SaveState.Unsaved());
            autosave.schedule(file);
        } else {
            followers.tell(new SaveState.Saved());
        }
    }

    /// Takes what the file holds now in place of what is here; an undo brings that back. What is
    /// here stays, and the state says so, if the file can no longer be read.
    public void reload() {
        if (saving) {
            waiting.add(this::reload);
        } else {
            read(opened -> take(opened, true));
        }
    }

    /// Does the same for a person who has kept what is here elsewhere.
    ///
    /// @param kept the snapshot that was kept
    /// @param edited called on the owner instead, when there have been edits since
    public void reloadKept(Notebook kept, Runnable edited) {
        if (saving) {
            waiting.add(() -> reloadKept(kept, edited));
        } else {
            read(
                    opened -> {
                        if (store.notebook().isSameButOutputs(kept)) {
                            take(opened, true);
                        } else {
                            edited.run();
                        }
                    });
        }
    }

    private void read(Consumer<NotebookFile> taker) {
        var path = file.path();
        if (path == null) {
            return;
        }
        work.read(path, file.kind(), outcome -> wasRead(outcome, taker));
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
            followers.tell(new SaveState.ChangedOnDisk());
        } else {
            take(opened, false);
        }
    }

    private void take(NotebookFile opened, boolean isStep) {
        file = opened.allowedAs(file);
        store.apply(new ReplaceNotebook(opened.notebook(), queue().running(), isStep));
        savedVersion = store.version();
        isLost = false;
        autosave.nothingToSave();
        followers.tell(new SaveState.Saved());
    }

    /// Writes what is here over what another program wrote; not over what is open for looking
    /// only.
    public void overwrite(Consumer<SaveOutcome> then) {
        if (saving) {
            waiting.add(() -> overwrite(then));
            return;
        }
        var ended = beginSave(then);
        work.overwrite(file, store.notebook(), ended);
    }

    /// Lets a library's file be changed and saved.
    public void allowWriting() {
        file = file.writable();
        followers.tellAgain();
    }

    /// Does what [#close] does, but lets the kernel run on for a later program.
    public void leave() {
        kernel.leave();
        close();
    }

    /// Ends the kernel, the language server and autosave. Does not save.
    @Override
    public void close() {
        closed = true;
        if (language != null) {
            language.close();
        }
        if (scratch != null) {
            scratch.close();
        }
        autosave.close();
        kernel.end();
    }
}
