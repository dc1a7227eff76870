package org.cellist.app.ui.output;

import java.util.List;
import org.cellist.app.ui.theme.StyleSheets;

/// The style sheets of outputs and formatted text. Immutable.
public final class OutputSheets {

    private OutputSheets() {}

    /// Returns their addresses, for [org.cellist.app.ui.theme.Look], in the order in which they are
    /// laid over each other.
    public static List<String> addresses() {
        return StyleSheets.all(
                OutputSheets.class,
                "ansi.css",
                "terminal.css",
                "rich.css",
                "lists.css",
                "tables.css",
                "pictures.css",
                "json.css",
                "box.css",
                "find.css");
    }
}
