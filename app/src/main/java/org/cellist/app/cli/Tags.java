package org.cellist.app.cli;

import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.model.Cell;

/// The tags of a cell that the command line heeds. Immutable.
final class Tags {

    private Tags() {}

    /// Returns whether an error of the cell is meant to happen.
    static boolean mayFail(Cell cell) {
        return CellTags.has(cell, "raises-exception");
    }

    /// Returns whether the cell is left out, as `nbclient` leaves it out.
    static boolean isSkipped(Cell cell) {
        return CellTags.has(cell, "skip-execution");
    }
}
