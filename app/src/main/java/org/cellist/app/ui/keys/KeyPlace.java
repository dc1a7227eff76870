package org.cellist.app.ui.keys;

import java.util.Locale;

/// Where a key means a command. A key that means one in two places means that of the later one in
/// this order. Immutable.
public enum KeyPlace {
    /// Everywhere in the window.
    WINDOW,
    /// While a notebook is in front, but in a field of text that is not a cell's.
    PAGE,
    /// In the text of a cell.
    TEXT,
    /// In the text of a Markdown cell.
    MARKDOWN,
    /// In the notebook while no text is edited: Jupyter's command mode.
    COMMAND;

    /// Returns whether one key can reach both places at the same time.
    boolean overlaps(KeyPlace other) {
        return this == other || isWide() || other.isWide() || (isOfText() && other.isOfText());
    }

    private boolean isWide() {
        return this == WINDOW || this == PAGE;
    }

    private boolean isOfText() {
        return this == TEXT || this == MARKDOWN;
    }

    /// Returns the name in files and settings.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
