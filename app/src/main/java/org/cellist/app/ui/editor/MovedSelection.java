package org.cellist.app.ui.editor;

/// Where the selection belongs after a foreign change of the text around it.
///
/// An end inside the removed range goes to its start; one at or before the change stays.
///
/// Confined to the JavaFX Application Thread.
final class MovedSelection {

    private final EditorArea area;
    private final int anchor;
    private final int caret;

    MovedSelection(EditorArea area, int start, int removedLength, int insertedLength) {
        this.area = area;
        this.anchor = moved(area.getAnchor(), start, removedLength, insertedLength);
        this.caret = moved(area.getCaretPosition(), start, removedLength, insertedLength);
    }

    void restore() {
        area.selectRange(anchor, caret);
    }

    static int moved(int offset, int start, int removedLength, int insertedLength) {
        if (offset <= start) {
            return offset;
        }
        if (offset < start + removedLength) {
            return start;
        }
        return offset - removedLength + insertedLength;
    }
}
