package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.model.CellId;

/// What a row of the page shows. Immutable.
sealed interface RowKey {

    /// A cell.
    record OfCell(CellId cell) implements RowKey {}

    /// The offer of new cells below the last one.
    record End() implements RowKey {}

    /// Returns the rows of a page with these cells.
    static List<RowKey> of(List<CellId> cells) {
        Stream<RowKey> rows = cells.stream().map(OfCell::new);
        return Stream.concat(rows, Stream.of(new End())).toList();
    }
}
