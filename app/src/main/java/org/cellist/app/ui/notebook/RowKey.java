package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.CellId;

/// What a row of the page shows. Immutable.
sealed interface RowKey {

    /// A cell.
    record OfCell(CellId cell) implements RowKey {}

    /// The offer of new cells below the last one.
    record End() implements RowKey {}

    /// Returns the rows of cells, and the one below them.
    static List<RowKey> of(List<CellId> cells) {
        var rows = new ArrayList<RowKey>(cells.size() + 1);
        cells.forEach(cell -> rows.add(new OfCell(cell)));
        rows.add(new End());
        return rows;
    }
}
