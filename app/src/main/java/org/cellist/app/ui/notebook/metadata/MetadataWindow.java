package org.cellist.app.ui.notebook.metadata;

import javafx.scene.Scene;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.theme.OwnWindow;
import org.jspecify.annotations.Nullable;

/// The metadata of one cell, or of the notebook, in a window of their own.
///
/// Confined to the JavaFX Application Thread.
final class MetadataWindow {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 480;

    private final MetadataViewModel model;
    private final MetadataPane pane;
    private @Nullable OwnWindow window; // once it is open

    MetadataWindow(
            NotebookStore store,
            MetadataTarget target,
            MetadataDraft draft,
            CodeHighlighter highlighter) {
        model = new MetadataViewModel(store, target, draft);
        pane = new MetadataPane(model, highlighter, this::close);
    }

    /// Opens the window.
    ///
    /// @param leader the scene of the notebook, whose look this one has
    /// @param closed is called when the window is gone
    void open(Scene leader, String title, Runnable closed) {
        var opened = new OwnWindow(pane, WIDTH, HEIGHT, leader, () -> gone(closed));
        opened.setTitle(title);
        window = opened;
        opened.show();
        pane.focusText();
    }

    private void gone(Runnable closed) {
        pane.parked(); // commits what is being composed
        model.close();
        closed.run();
    }

    /// Brings text that an input method still composes into the draft.
    void commitComposition() {
        pane.commitComposition();
    }

    void toFront() {
        if (window != null) {
            window.toFront();
        }
    }

    void close() {
        if (window != null) {
            window.close();
        }
    }
}
