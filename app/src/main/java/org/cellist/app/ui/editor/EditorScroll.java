package org.cellist.app.ui.editor;

import javafx.scene.control.ScrollPane;

/// Scrolls a pane whose content is an editor that is as high as its text.
///
/// Confined to the JavaFX Application Thread.
public final class EditorScroll {

    private EditorScroll() {}

    /// Scrolls by as little as shows a part of the editor.
    ///
    /// @param top of the part, in pixels of the editor
    /// @param bottom of the part
    /// @param around free space above and below it, where there is room
    public static void reveal(
            ScrollPane pane, CodeEditor editor, double top, double bottom, double around) {
        double view = pane.getViewportBounds().getHeight();
        double hidden = editor.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double now = pane.getVvalue() * hidden;
        double space = Math.min(around, Math.max(0, (view - (bottom - top)) / 2));
        double wanted =
                Math.clamp(
                        now, bottom + space - view, Math.max(bottom + space - view, top - space));
        pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
}
