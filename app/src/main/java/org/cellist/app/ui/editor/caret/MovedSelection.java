package org.cellist.app.ui.editor.caret;

import org.cellist.app.ui.editor.text.CodeTextArea;

/// Where the selection belongs after a foreign change of the text around it.
///
/// Confined to the JavaFX Application Thread.
public final class MovedSelection {

    private final CodeTextArea area;
    private final int anchor;
    private final int caret;

    /// Remembers the selection before a change of the area's text.
    public MovedSelection(CodeTextArea area, Change change) {
        this.area = area;
        this.anchor = change.moved(area.getAnchor());
        this.caret = change.moved(area.getCaretPosition());
    }

    /// Selects it again, after the change.
    public void restore() {
        area.selectRange(anchor, caret);
    }
}
