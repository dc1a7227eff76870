package org.cellist.app.ui.output.table;

import org.cellist.app.ui.output.table.DataGrid.Place;
import org.jspecify.annotations.Nullable;

/// The cells of a table that are selected: a rectangle of the rows as they are shown.
///
/// Confined to the JavaFX Application Thread.
final class GridSelection {

    private @Nullable Place anchor;
    private @Nullable Place head;

    void clear() {
        anchor = null;
        head = null;
    }

    boolean isEmpty() {
        return anchor == null;
    }

    void begin(Place place) {
        anchor = place;
        head = place;
    }

    /// Moves the corner that follows the pointer.
    void extend(Place place) {
        if (anchor == null) {
            begin(place);
        } else {
            head = place;
        }
    }

    /// Returns the corner that moves.
    @Nullable Place head() {
        return head;
    }

    /// Returns the selected cells; null for none.
    @Nullable Cells cells() {
        if (anchor == null || head == null) {
            return null;
        }
        return new Cells(
                Math.min(anchor.row(), head.row()),
                Math.max(anchor.row(), head.row()) + 1,
                Math.min(anchor.column(), head.column()),
                Math.max(anchor.column(), head.column()) + 1);
    }

    /// A rectangle of cells; ends are exclusive. Immutable.
    record Cells(int firstRow, int endRow, int firstColumn, int endColumn) {

        boolean hasRow(int row) {
            return row >= firstRow && row < endRow;
        }
    }
}
