package org.cellist.app.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookBytes;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Files that are no notebooks as documents of one cell, or of none. Immutable.
///
/// So everything that is done to keep a notebook safe is done for them, too.
final class PlainFiles {

    /// The cell that holds the text. Always the same, so that a file that was read again is still
    /// the document that was edited.
    private static final CellId TEXT = new CellId("text");

    private PlainFiles() {}

    static OpenOutcome opened(Path path, FileStamp stamp, byte[] bytes, FileKind kind) {
        if (kind == FileKind.PICTURE) {
            var form = new PlainForm.Picture(NotebookBytes.of(bytes));
            return opened(path, NewNotebook.empty(), stamp, new Access.Writable(), form);
        }
        return TextEncoding.decode(bytes)
                .map(decoded -> opened(path, stamp, decoded, kind))
                .orElseGet(() -> new OpenOutcome.Unreadable(path, OpenOutcome.Reason.BINARY, ""));
    }

    private static OpenOutcome opened(
            Path path, FileStamp stamp, TextEncoding.Decoded decoded, FileKind kind) {
        var encoding = decoded.encoding();
        var notebook = NewNotebook.empty().withCells(List.of(cell(kind, decoded.text())));
        var form = new PlainForm.Text(kind, encoding);
        return opened(path, notebook, stamp, access(path, encoding), form);
    }

    private static Access access(Path path, TextEncoding encoding) {
        if (!encoding.isUnicode()) {
            var name = encoding.displayName();
            return new Access.ReadOnly(new ReadProblem(ReadProblem.Kind.OTHER_ENCODING, -1, name));
        }
        return LibraryFiles.contain(path) ? new Access.Library() : new Access.Writable();
    }

    private static OpenOutcome opened(
            Path path, Notebook notebook, FileStamp stamp, Access access, PlainForm form) {
        return new OpenOutcome.Opened(
                new NotebookFile(path, notebook, stamp, access, List.of(), form));
    }

    private static Cell cell(FileKind kind, String text) {
        return kind == FileKind.MARKDOWN
                ? new Cell.MarkdownCell(TEXT, text, JsonObject.EMPTY, Map.of(), null)
                : new Cell.RawCell(TEXT, text, JsonObject.EMPTY, Map.of(), null);
    }

    /// Returns the bytes of a file.
    static NotebookBytes write(PlainForm form, Notebook notebook) {
        return switch (form) {
            case PlainForm.Picture(var bytes) -> bytes;
            case PlainForm.Text(_, var encoding) ->
                    encoding.encode(notebook.cells().getFirst().source());
        };
    }

    /// Returns the form in which a file goes on under another name. A text that could only be read
    /// can be written now.
    static PlainForm renewed(PlainForm form) {
        return form instanceof PlainForm.Text(var kind, var encoding) && !encoding.isUnicode()
                ? new PlainForm.Text(kind, TextEncoding.UTF_8)
                : form;
    }
}
