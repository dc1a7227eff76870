package org.cellist.app.notebook.store;

import java.util.Map;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange.CellMetadataChanged;
import org.cellist.app.notebook.model.NotebookEdit.SetAttachments;
import org.cellist.app.notebook.store.Applied.Inverse;
import org.cellist.kernel.protocol.MimeBundle;

/// What [SetAttachments] does to a notebook. Pure. Code cells have no attachments.
///
/// Immutable.
final class Attaching {

    private Attaching() {}

    static Applied apply(Notebook notebook, SetAttachments edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        return switch (cell) {
            case null -> Applied.nothing(notebook);
            case CodeCell _ -> Applied.nothing(notebook);
            case MarkdownCell text ->
                    applied(
                            notebook,
                            edit,
                            text.attachments(),
                            new MarkdownCell(
                                    text.id(),
                                    text.source(),
                                    text.metadata(),
                                    edit.attachments(),
                                    text.origin()));
            case RawCell raw ->
                    applied(
                            notebook,
                            edit,
                            raw.attachments(),
                            new RawCell(
                                    raw.id(),
                                    raw.source(),
                                    raw.metadata(),
                                    edit.attachments(),
                                    raw.origin()));
        };
    }

    private static Applied applied(
            Notebook notebook, SetAttachments edit, Map<String, MimeBundle> before, Cell cell) {
        return before.equals(edit.attachments())
                ? Applied.nothing(notebook)
                : new Applied(
                        CellList.with(notebook, cell),
                        new CellMetadataChanged(cell.id()),
                        new Inverse.Edit(new SetAttachments(cell.id(), before)));
    }
}
