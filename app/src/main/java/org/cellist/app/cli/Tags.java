package org.cellist.app.cli;

import org.cellist.app.notebook.model.Cell;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// The tags of a cell that the command line heeds. Immutable.
final class Tags {

    private Tags() {}

    /// Returns whether an error of the cell is meant to happen.
    static boolean mayFail(Cell cell) {
        return has(cell, "raises-exception");
    }

    /// Returns whether the cell is left out, as `nbclient` leaves it out.
    static boolean isSkipped(Cell cell) {
        return has(cell, "skip-execution");
    }

    private static boolean has(Cell cell, String tag) {
        return cell.metadata().get("tags") instanceof JsonArray(var tags)
                && tags.contains(new JsonString(tag));
    }
}
