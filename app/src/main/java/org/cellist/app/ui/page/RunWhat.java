package org.cellist.app.ui.page;

/// Which cells a command runs, and where the selection goes. Immutable.
public enum RunWhat {
    /// The selected cells, and select the next one (Shift+Enter); adds a cell at the end.
    SELECTED_AND_ADVANCE,
    /// The selected cells, and stay (Ctrl+Enter).
    SELECTED,
    /// The selected cells, and insert a code cell below (Alt+Enter).
    SELECTED_AND_INSERT,
    /// Every cell before the first selected one.
    BEFORE,
    /// The first selected cell and every cell after it.
    AFTER,
    /// All cells.
    ALL
}
