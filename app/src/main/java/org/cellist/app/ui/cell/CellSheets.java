package org.cellist.app.ui.cell;

import java.util.List;
import org.cellist.app.ui.theme.StyleSheets;

/// The style sheets of cells. Immutable.
public final class CellSheets {

    private CellSheets() {}

    /// Returns their addresses, for [org.cellist.app.ui.theme.Look].
    public static List<String> addresses() {
        return StyleSheets.all(CellSheets.class, "cell.css", "form.css", "tags.css");
    }
}
