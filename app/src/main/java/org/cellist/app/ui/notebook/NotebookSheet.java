package org.cellist.app.ui.notebook;

import java.util.List;
import org.cellist.app.ui.theme.StyleSheets;

/// The style sheets of the pages. Immutable.
public final class NotebookSheet {

    private NotebookSheet() {}

    /// Returns their addresses, for [org.cellist.app.ui.theme.Look].
    public static List<String> addresses() {
        return List.of(
                StyleSheets.in(NotebookSheet.class, "notebook.css"),
                StyleSheets.in(NotebookSheet.class, "plain.css"),
                StyleSheets.in(NotebookSheet.class, "metadata.css"));
    }
}
