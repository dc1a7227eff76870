package org.cellist.app.ui.notebook;

import org.cellist.app.ui.theme.StyleSheets;

/// The style sheet of the page. Immutable.
public final class NotebookSheet {

    private NotebookSheet() {}

    /// Returns its address, for [org.cellist.app.ui.theme.Look].
    public static String address() {
        return StyleSheets.in(NotebookSheet.class, "notebook.css");
    }
}
