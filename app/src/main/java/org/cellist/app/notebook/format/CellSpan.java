package org.cellist.app.notebook.format;

import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellOrigin;

/// Where a cell stood in its file, and what it was then. Immutable.
///
/// @param file the file it stood in
/// @param index its position among the file's cells
/// @param whole the cell's object
/// @param cell the cell as read; its own origin is null
/// @param hasFileId whether the file names the cell, by an `id` or by Colab's `metadata.id`
record CellSpan(FileSpans.Bytes file, int index, Slot whole, Cell cell, boolean hasFileId)
        implements CellOrigin {}
