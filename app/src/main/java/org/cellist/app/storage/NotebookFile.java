package org.cellist.app.storage;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.format.Quirk;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// A notebook and the file it was read from or written to. Immutable.
///
/// @param path null for a notebook that has no file yet
/// @param stamp what the file was then; null without a file
/// @param access whether it may be saved under its name
/// @param plain what the file is made of if it is no notebook; null for a notebook
public record NotebookFile(
        @Nullable Path path,
        Notebook notebook,
        @Nullable FileStamp stamp,
        Access access,
        List<Quirk> quirks,
        @Nullable PlainForm plain) {

    public NotebookFile {
        quirks = List.copyOf(quirks);
    }

    /// A notebook's.
    public NotebookFile(
            @Nullable Path path,
            Notebook notebook,
            @Nullable FileStamp stamp,
            Access access,
            List<Quirk> quirks) {
        this(path, notebook, stamp, access, quirks, null);
    }

    /// Returns what it was opened as.
    public FileKind kind() {
        return plain == null ? FileKind.NOTEBOOK : plain.kind();
    }

    /// Returns it as a file that may be saved under its name.
    public NotebookFile writable() {
        return new NotebookFile(path, notebook, stamp, new Access.Writable(), quirks, plain);
    }

    /// Returns it, when it was read again, with what a person has allowed.
    ///
    /// @param before as it was known until now
    public NotebookFile allowedAs(NotebookFile before) {
        boolean isAllowed =
                access instanceof Access.Library && before.access instanceof Access.Writable;
        return isAllowed ? writable() : this;
    }

    /// Whether a notebook may be saved under its name. Immutable.
    public sealed interface Access {

        record Writable() implements Access {}

        /// Saving could lose something.
        record ReadOnly(ReadProblem reason) implements Access {}

        /// It was upgraded from that nbformat: to be saved under another name or with consent.
        record Upgraded(int majorVersion) implements Access {}

        /// It belongs to a library, and is changed only by who asks for that.
        record Library() implements Access {}
    }
}
