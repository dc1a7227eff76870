package org.cellist.app.ui.notebook;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Words at the lower edge of a page that go by themselves: why a command did nothing.
///
/// Confined to the JavaFX Application Thread.
final class PageNotice extends Label {

    private static final Duration SHOWN = Duration.seconds(6);

    private final PauseTransition end = new PauseTransition(SHOWN);

    PageNotice() {
        getStyleClass().add("page-notice");
        setAccessibleRole(AccessibleRole.TEXT);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        end.setOnFinished(_ -> setVisible(false));
    }

    /// Shows words in place of those before.
    void show(String words) {
        setText(words);
        setVisible(true);
        toFront();
        end.playFromStart();
    }
}
