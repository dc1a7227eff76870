package org.cellist.app.ui.editor;

import org.cellist.app.ui.editor.caret.Change;

/// Where the selection belongs after a foreign change of the text around it.
///
/// Confined to the JavaFX Application Thread.
final class MovedSelection {

    private final EditorArea area;
    private final int anchor;
    private final int caret;

    MovedSelection(EditorArea area, Change change) {
        this.area = area;
        this.anchor = change.moved(area.getAnchor());
        this.caret = change.moved(area.getCaretPosition());
    }

    void restore() {
        area.selectRange(anchor, caret);
    }
}
