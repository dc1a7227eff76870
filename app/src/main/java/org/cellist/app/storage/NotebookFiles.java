package org.cellist.app.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookBytes;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.app.storage.OpenOutcome.Reason;

/// Opens and saves notebooks on this disk.
///
/// Thread-safe. Blocking; call it on virtual threads.
public final class NotebookFiles {

    private final NotebookReader reader = new NotebookReader();
    private final NotebookWriter writer = new NotebookWriter();
    private final SaveSteps steps;

    public NotebookFiles() {
        this(new DiskSteps());
    }

    /// @param steps how a save is done
    NotebookFiles(SaveSteps steps) {
        this.steps = steps;
    }

    /// Returns a notebook without a file, with one empty code cell to begin in.
    public NotebookFile create() {
        var cell = NewNotebook.cell(CellType.CODE, "");
        var notebook = NewNotebook.empty().withCells(List.of(cell));
        return new NotebookFile(null, notebook, null, new Access.Writable(), List.of());
    }

    /// Reads a notebook.
    public OpenOutcome open(Path path) {
        return open(path, FileKind.NOTEBOOK);
    }

    /// Reads a file as what it is meant to be.
    public OpenOutcome open(Path path, FileKind kind) {
        if (Files.isDirectory(path)) {
            return new OpenOutcome.Unreadable(path, Reason.FOLDER, "");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new OpenOutcome.Unreadable(path, Reason.NOT_A_FILE, "");
        }
        try {
            if (Files.size(path) > Math.min(kind.mostBytes(), NotebookReader.MAX_FILE_BYTES)) {
                var reason = kind == FileKind.NOTEBOOK ? Reason.TOO_LARGE : Reason.TEXT_TOO_LARGE;
                return new OpenOutcome.Unreadable(path, reason, "");
            }
            var before = Files.readAttributes(path, BasicFileAttributes.class);
            var bytes = Files.readAllBytes(path);
            var stamp = FileStamp.of(before, bytes);
            TemporaryFile.deleteLeftovers(path.toRealPath());
            return kind == FileKind.NOTEBOOK
                    ? opened(path, stamp, reader.read(bytes))
                    : PlainFiles.opened(path, stamp, bytes, kind);
        } catch (NoSuchFileException e) {
            return new OpenOutcome.Unreadable(path, Reason.MISSING, String.valueOf(e.getMessage()));
        } catch (AccessDeniedException e) {
            return new OpenOutcome.Unreadable(
                    path, Reason.NO_PERMISSION, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new OpenOutcome.Unreadable(path, Reason.OTHER, String.valueOf(e.getMessage()));
        }
    }

    private static OpenOutcome opened(Path path, FileStamp stamp, ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Editable(var notebook, var quirks) ->
                    new OpenOutcome.Opened(
                            new NotebookFile(path, notebook, stamp, new Access.Writable(), quirks));
            case ReadOutcome.ReadOnly(var notebook, var reason) ->
                    new OpenOutcome.Opened(
                            new NotebookFile(
                                    path, notebook, stamp, new Access.ReadOnly(reason), List.of()));
            case ReadOutcome.Legacy(var notebook, var major) ->
                    new OpenOutcome.Opened(
                            new NotebookFile(
                                    path, notebook, stamp, new Access.Upgraded(major), List.of()));
            case ReadOutcome.Refused(var problem) -> new OpenOutcome.NotANotebook(path, problem);
        };
    }

    /// Returns whether the file still is what it was; true for a notebook without a file.
    public boolean isUnchanged(NotebookFile file) {
        var path = file.path();
        var stamp = file.stamp();
        try {
            return path == null || stamp == null || stamp.isOf(path);
        } catch (IOException _) {
            // Gone or unreadable: whatever it is now, it is not what it was.
            return false;
        }
    }

    /// How a save ended, and the file as it is now. Immutable.
    ///
    /// @param file the file to compare with next time; the old one when nothing was written
    public record Result(SaveOutcome outcome, NotebookFile file) {}

    /// Writes the notebook to its file, unless another program has changed that. A file without a
    /// stamp is written whatever it holds.
    public Result save(NotebookFile file, Notebook notebook) {
        var stamp = file.stamp();
        return save(
                file,
                notebook,
                stamp == null ? new Expected.Anything() : new Expected.Content(stamp));
    }

    /// Writes the notebook to its file, which is gone, unless another one has come in its place.
    public Result saveAnew(NotebookFile file, Notebook notebook) {
        return save(file, notebook, new Expected.Nothing());
    }

    private Result save(NotebookFile file, Notebook notebook, Expected expected) {
        var path = file.path();
        if (path == null || !(file.access() instanceof Access.Writable)) {
            var where = path == null ? Path.of("") : path;
            return new Result(
                    new SaveOutcome.NotSaved(where, SaveOutcome.Reason.READ_ONLY_NOTEBOOK, ""),
                    file);
        }
        return write(path, notebook, file, expected);
    }

    /// Writes the notebook to that file whatever it holds, and goes on with it.
    public Result saveAs(NotebookFile file, Notebook notebook, Path path) {
        return write(path.toAbsolutePath().normalize(), notebook, file, new Expected.Anything());
    }

    /// Writes what was made from a notebook, whole or not at all, whatever the file holds.
    public SaveOutcome export(Path path, byte[] bytes) {
        return new AtomicSave(path, NotebookBytes.of(bytes), new Expected.Anything(), steps).save();
    }

    /// Makes a folder and those above it.
    ///
    /// @return why it could not be made; empty if it is there
    public Optional<SaveOutcome.NotSaved> makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            return Optional.empty();
        } catch (IOException e) {
            var reason =
                    switch (e) {
                        case AccessDeniedException _ -> SaveOutcome.Reason.NO_PERMISSION;
                        case FileAlreadyExistsException _ -> SaveOutcome.Reason.FOLDER_IS_FILE;
                        default ->
                                isBelowFile(folder)
                                        ? SaveOutcome.Reason.FOLDER_IS_FILE
                                        : SaveOutcome.Reason.OTHER;
                    };
            return Optional.of(
                    new SaveOutcome.NotSaved(folder, reason, String.valueOf(e.getMessage())));
        }
    }

    private static boolean isBelowFile(Path folder) {
        for (var above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return !Files.isDirectory(above);
            }
        }
        return false;
    }

    private Result write(Path path, Notebook notebook, NotebookFile file, Expected expected) {
        var plain = file.plain() == null ? null : PlainFiles.renewed(file.plain());
        var bytes = plain == null ? writer.write(notebook) : PlainFiles.write(plain, notebook);
        var save = new AtomicSave(path, bytes, expected, steps);
        var outcome = save.save();
        var stamp = save.written();
        if (stamp == null) {
            return new Result(outcome, file);
        }
        return new Result(
                outcome,
                new NotebookFile(path, notebook, stamp, new Access.Writable(), List.of(), plain));
    }
}
