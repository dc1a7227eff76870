package org.cellist.app.notebook.format;

import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellOrigin;

/// Where a cell stood in its file, slot by slot, and what it was then. Immutable.
///
/// @param file the file it stood in
/// @param index its position among the file's cells
/// @param whole the cell's object
/// @param lineEnd what the source's own line ends were: `\n`, `\r\n` or `\r`
/// @param cell the cell as read; its own origin is null
record CellSpan(FileSpans.Bytes file, int index, Slot whole, Slots slots, String lineEnd, Cell cell)
        implements CellOrigin {

    /// The members that an edit can change. Immutable.
    record Slots(Slot cellType, Slot source, Slot metadata, Slot executionCount, Slot outputs) {}
}
