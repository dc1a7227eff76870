package org.cellist.app.ui.notebook;

import org.cellist.app.notebook.model.CellId;

/// What a row of the page shows. Immutable.
sealed interface RowKey {

    /// A cell.
    record OfCell(CellId cell) implements RowKey {}

    /// The offer of new cells below the last one.
    record End() implements RowKey {}
}
