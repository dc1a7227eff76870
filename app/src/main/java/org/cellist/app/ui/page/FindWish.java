package org.cellist.app.ui.page;

/// What a person wants of the search on a page. Immutable.
public enum FindWish {
    /// Open the bar, to look for text (Ctrl+F).
    FIND,
    /// Open the bar, to replace text (Ctrl+H).
    REPLACE,
    /// Go to the next match (F3).
    NEXT,
    /// Go to the match before (Shift+F3).
    PREVIOUS
}
