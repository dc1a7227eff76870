package org.cellist.app.notebook.format;

import org.cellist.app.notebook.model.Cell;

/// Tells cells that their file names from those whose ids were made up. Immutable.
public final class CellNames {

    private CellNames() {}

    /// Returns whether the cell's id is one that others can know it by: its file has it, as `id` or
    /// as Colab's `metadata.id`, or the cell was made here.
    public static boolean isNamed(Cell cell) {
        return !(cell.origin() instanceof CellSpan span) || span.hasFileId();
    }
}
