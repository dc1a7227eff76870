package org.cellist.app.ui.editor;

import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// A slim bar below the last line, while some line is longer than the editor is wide.
///
/// A shape and no control: it follows the area from inside a layout, where a request for another
/// one would get lost.
///
/// Confined to the JavaFX Application Thread.
final class SidewaysBar {

    private static final double THICKNESS = 4;
    private static final double SHORTEST = 24;
    private static final int TAB_COLUMNS = 8;

    private final CodeEditor editor;
    private final EditorArea area;
    private final Rectangle thumb = new Rectangle();
    private double grabbedAt;
    private int columns;

    SidewaysBar(CodeEditor editor, EditorArea area) {
        this.editor = editor;
        this.area = area;
        thumb.getStyleClass().add("sideways-bar");
        thumb.setManaged(false);
        thumb.setHeight(THICKNESS);
        thumb.setArcWidth(THICKNESS);
        thumb.setArcHeight(THICKNESS);
        thumb.addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        thumb.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        area.estimatedScrollXProperty().addListener((_, _, _) -> place());
    }

    Rectangle node() {
        return thumb;
    }

    /// Measures the longest line; the area's own estimate changes from one layout to the next.
    void textChanged(CharSequence text) {
        columns = 0;
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            column = c == '\n' ? 0 : column + columnsOf(c);
            columns = Math.max(columns, column);
        }
        place();
    }

    /// Puts the bar where it belongs at the editor's present size.
    void place() {
        double hidden = contentWidth() - visibleWidth();
        thumb.setVisible(hidden >= 1 && visibleWidth() > SHORTEST && !area.isWrapText());
        if (!thumb.isVisible()) {
            return;
        }
        thumb.setWidth(thumbWidth());
        double part = Math.clamp(area.getEstimatedScrollX() / hidden, 0, 1);
        thumb.setX(EditorMetrics.PADDING_X + part * (visibleWidth() - thumbWidth()));
        thumb.setY(editor.getHeight() - THICKNESS - 2);
    }

    private void grab(MouseEvent event) {
        grabbedAt = event.getX() - thumb.getX();
        event.consume();
    }

    private void drag(MouseEvent event) {
        double free = visibleWidth() - thumbWidth();
        double part = (event.getX() - grabbedAt - EditorMetrics.PADDING_X) / free;
        area.scrollXToPixel(Math.clamp(part, 0, 1) * (contentWidth() - visibleWidth()));
        event.consume();
    }

    private double thumbWidth() {
        return Math.max(SHORTEST, visibleWidth() * visibleWidth() / contentWidth());
    }

    private double visibleWidth() {
        return editor.getWidth() - 2 * EditorMetrics.PADDING_X;
    }

    private double contentWidth() {
        return columns * EditorMetrics.COLUMN_WIDTH;
    }

    /// Returns 2 for Hangul, Hanja and Kana; each half of an emoji counts 1.
    private static int columnsOf(char c) {
        if (c == '\t') {
            return TAB_COLUMNS;
        }
        boolean wide =
                (c >= 0x1100 && c <= 0x115f)
                        || (c >= 0x2e80 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xff00 && c <= 0xff60);
        return wide ? 2 : 1;
    }
}
