package org.cellist.app.ui.page;

/// What can be done to the selected cells, beside running them. Immutable.
public enum CellChange {
    /// Copies and removes them (X in command mode).
    CUT,
    /// Copies them (C).
    COPY,
    /// Inserts what was copied below them (V).
    PASTE,
    /// Inserts them once more below themselves (Alt+Shift+Down).
    DUPLICATE,
    /// Cuts the cell that is edited in two at its caret (Ctrl+Shift+-).
    SPLIT,
    /// Makes one cell of them, or of the selected one and the one below (Shift+M).
    MERGE,
    /// Removes them (D, D).
    REMOVE,
    /// Hides the code of those with a form, or shows it.
    TOGGLE_FORM_CODE
}
