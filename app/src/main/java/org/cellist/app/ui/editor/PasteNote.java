package org.cellist.app.ui.editor;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.cellist.app.text.Texts;

/// Says at the caret that not all of the clipboard was pasted.
///
/// Confined to the JavaFX Application Thread.
final class PasteNote {

    private static final Duration SHOWN = Duration.seconds(5);

    private PasteNote() {}

    /// @param removed how many control characters were left out
    static void show(EditorArea area, int removed) {
        var note = new Tooltip(Texts.of("assist").get("paste.removed", removed));
        note.setAutoHide(true);
        area.getCaretBounds()
                .ifPresent(caret -> note.show(area, caret.getMinX(), caret.getMaxY() + 4));
        var end = new PauseTransition(SHOWN);
        end.setOnFinished(_ -> note.hide());
        end.play();
    }
}
