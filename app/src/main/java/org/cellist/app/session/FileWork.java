package org.cellist.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.NotebookFiles.Result;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a session does with its file: each piece on a virtual thread, its result back on the
/// owner.
///
/// Whatever is thrown on the way is a result too: without one the session would wait for ever, and
/// save nothing more.
///
/// Confined to the notebook's owner.
final class FileWork {

    private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);

    private final NotebookFiles files;
    private final Owner owner;

    FileWork(NotebookFiles files, Owner owner) {
        this.files = files;
        this.owner = owner;
    }

    /// What a file is, compared with what it was.
    enum Seen {
        UNCHANGED,
        CHANGED,
        GONE
    }

    /// Writes the notebook to its file, unless another program has changed that. A file that is
    /// gone is written again, if none came in its place.
    void save(NotebookFile file, Notebook notebook, Consumer<Result> then) {
        write(
                file,
                file.path(),
                () -> isGone(file) ? files.saveAnew(file, notebook) : files.save(file, notebook),
                then);
    }

    /// Writes the notebook to its file, whatever that holds now.
    void overwrite(NotebookFile file, Notebook notebook, Consumer<Result> then) {
        write(file, file.path(), () -> files.save(unguarded(file), notebook), then);
    }

    void saveAs(NotebookFile file, Notebook notebook, Path path, Consumer<Result> then) {
        write(file, path, () -> files.saveAs(file, notebook, path), then);
    }

    void read(Path path, FileKind kind, Consumer<OpenOutcome> then) {
        start(
                "reload",
                () -> files.open(path, kind),
                thrown ->
                        new OpenOutcome.Unreadable(
                                path, OpenOutcome.Reason.OTHER, String.valueOf(thrown)),
                then);
    }

    /// Looks at the file. One that cannot be looked at is not what it was.
    void look(NotebookFile file, Consumer<Seen> then) {
        start("look-at-file", () -> seen(file), _ -> Seen.CHANGED, then);
    }

    private Seen seen(NotebookFile file) {
        if (isGone(file)) {
            return Seen.GONE;
        }
        return files.isUnchanged(file) ? Seen.UNCHANGED : Seen.CHANGED;
    }

    private void write(
            NotebookFile from, @Nullable Path to, Supplier<Result> write, Consumer<Result> then) {
        var where = to == null ? Path.of("") : to;
        start(
                "save",
                write,
                thrown ->
                        new Result(
                                new SaveOutcome.NotSaved(
                                        where, SaveOutcome.Reason.OTHER, String.valueOf(thrown)),
                                from),
                then);
    }

    @SuppressWarnings("IllegalCatch") // here a thread ends, and the owner waits for its result
    private <T> void start(
            String name, Supplier<T> work, Function<Throwable, T> failed, Consumer<T> then) {
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            T result;
                            try {
                                result = work.get();
                            } catch (Throwable e) {
                                LOG.error("{} ended unexpectedly", name, e);
                                result = failed.apply(e);
                            }
                            var ended = result;
                            owner.thread().execute(() -> then.accept(ended));
                        });
    }

    private static boolean isGone(NotebookFile file) {
        var path = file.path();
        return path != null && file.stamp() != null && Files.notExists(path);
    }

    /// The same file, whatever it holds now.
    private static NotebookFile unguarded(NotebookFile file) {
        return new NotebookFile(
                file.path(), file.notebook(), null, file.access(), file.quirks(), file.plain());
    }
}
