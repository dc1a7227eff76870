package org.cellist.app.notebook.format;

import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOrigin;

/// Where a cell stood in its file, and what it was then. Immutable.
///
/// @param file the file it stood in
/// @param index its position among the file's cells
/// @param whole the cell's object
/// @param cell the cell as read; its own origin is null
/// @param hasFileId whether the file names the cell, by an `id` or by Colab's `metadata.id`
record CellSpan(FileSpans.Bytes file, int index, Slot whole, Cell cell, boolean hasFileId)
        implements CellOrigin {

    /// Returns the cell as read, knowing where it stood.
    Cell cellFromHere() {
        return switch (cell) {
            case CodeCell(var id, var source, var metadata, var count, var outputs, _) ->
                    new CodeCell(id, source, metadata, count, outputs, this);
            case MarkdownCell(var id, var source, var metadata, var attachments, _) ->
                    new MarkdownCell(id, source, metadata, attachments, this);
            case RawCell(var id, var source, var metadata, var attachments, _) ->
                    new RawCell(id, source, metadata, attachments, this);
        };
    }

    /// Returns the cell as read under another id that the file does not say.
    Cell cellNamed(CellId id) {
        return new CellSpan(file, index, whole, cell.withId(id), false).cellFromHere();
    }
}
