package org.cellist.app.ui.cell;

import org.cellist.app.ui.theme.StyleSheets;

/// The style sheet of cells. Immutable.
public final class CellSheet {

    private CellSheet() {}

    /// Returns its address, for [org.cellist.app.ui.theme.Look].
    public static String address() {
        return StyleSheets.in(CellSheet.class, "cell.css");
    }
}
