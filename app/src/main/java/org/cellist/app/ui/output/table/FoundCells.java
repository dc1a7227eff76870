package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.find.TextMatches;
import org.cellist.app.ui.output.table.DataGrid.Place;
import org.jspecify.annotations.Nullable;

/// The cells of a table that a search has found, in the order of the rows as they are shown.
///
/// Confined to the JavaFX Application Thread.
final class FoundCells {

    private List<Place> cells = List.of();
    private int current = -1;

    void clear() {
        cells = List.of();
        current = -1;
    }

    /// Looks at all cells. Returns how many match.
    int find(ArrangedRows rows, int columns, TextMatches matches) {
        var found = new ArrayList<Place>();
        for (int row = 0; row < rows.count(); row++) {
            for (int column = 0; column < columns; column++) {
                if (!matches.in(rows.valueAt(row, column)).isEmpty()) {
                    found.add(new Place(row, column));
                }
            }
        }
        cells = found;
        current = -1;
        return found.size();
    }

    /// Lets one stand out. Returns it; null for none.
    @Nullable Place stand(int index) {
        current = index < cells.size() ? index : -1;
        return current < 0 ? null : cells.get(current);
    }

    boolean isCurrent(Place place) {
        return current >= 0 && place.equals(cells.get(current));
    }

    List<Place> inRow(int row) {
        int first = firstIn(row);
        int end = firstIn(row + 1);
        return cells.subList(first, end);
    }

    /// Returns the first cell that is not above a row.
    private int firstIn(int row) {
        int low = 0;
        int high = cells.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells.get(middle).row() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
