package org.cellist.app.ui.output.rich;

/// Which tables are drawn as a grid of values, and which as formatted text. Immutable.
final class TableKind {

    /// Formatted cells have nodes of their own; more than these would take too long.
    private static final int MOST_FORMATTED = 240;

    private TableKind() {}

    /// Returns whether a table is drawn as a grid: a data frame, or one too large for formats.
    static boolean isGrid(Table table) {
        return table.cellCount() > MOST_FORMATTED || (table.isData() && table.isPlain());
    }
}
