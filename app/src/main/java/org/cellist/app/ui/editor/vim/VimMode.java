package org.cellist.app.ui.editor.vim;

/// What keys do in a text. Immutable.
public enum VimMode {
    /// They are commands.
    NORMAL,
    /// They write.
    INSERT,
    /// They move one end of a range of characters.
    VISUAL,
    /// They move one end of a range of lines.
    VISUAL_LINE;

    boolean isVisual() {
        return this == VISUAL || this == VISUAL_LINE;
    }
}
