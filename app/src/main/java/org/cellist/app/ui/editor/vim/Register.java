package org.cellist.app.ui.editor.vim;

/// What was deleted or yanked last. Immutable.
///
/// @param isLines whether it is whole lines, without the last line's end
record Register(String text, boolean isLines) {

    static final Register EMPTY = new Register("", false);
}
