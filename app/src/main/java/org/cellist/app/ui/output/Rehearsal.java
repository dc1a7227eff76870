package org.cellist.app.ui.output;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.ui.output.terminal.TerminalView;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.Theme;

/// Shows a stream to nobody.
///
/// The first stream of a run costs four times what the second costs: classes, texts and style rules
/// are met for the first time. That is half of the longest stall when a cell prints much; done
/// before anybody waits, nobody sees it.
///
/// Confined to the JavaFX Application Thread.
public final class Rehearsal {

    private static final int LINES = 6_000;

    private Rehearsal() {}

    /// Takes some hundredths of a second.
    public static void play(Look look, Theme theme) {
        var view = TerminalView.ofStream();
        var root = new StackPane(view);
        look.dress(new Scene(root), theme);
        view.show(StreamText.of("a line of text\n".repeat(LINES)));
        root.applyCss();
        root.resize(root.prefWidth(-1), root.prefHeight(-1));
        root.layout();
    }
}
