package org.cellist.app.ui.notebook.language;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A line at the foot of a page that says something for a while.
///
/// Confined to the JavaFX Application Thread.
public final class PageNote extends Label {

    private static final Duration SHOWN = Duration.seconds(7);

    private final PauseTransition pause = new PauseTransition(SHOWN);

    public PageNote() {
        getStyleClass().add("page-note");
        setWrapText(true);
        setMaxWidth(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        pause.setOnFinished(_ -> setVisible(false));
    }

    /// Shows the words in place of those before.
    public void show(String words) {
        setText(words);
        setVisible(true);
        pause.playFromStart();
    }

    /// Says nothing any more.
    public void close() {
        pause.stop();
        setVisible(false);
    }
}
