package org.cellist.app.ui.editor.typing;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.text.CodeTextArea;

/// Says at the caret that not all of the clipboard was pasted.
///
/// Confined to the JavaFX Application Thread.
public final class PasteNote {

    private static final Duration SHOWN = Duration.seconds(5);

    private PasteNote() {}

    /// Shows it for a few seconds, or until a person does something else.
    ///
    /// @param removed how many control characters were left out
    public static void show(CodeTextArea area, int removed) {
        var note = new Tooltip(Texts.of("assist").get("paste.removed", removed));
        note.setAutoHide(true);
        area.getCaretBounds()
                .ifPresent(caret -> note.show(area, caret.getMinX(), caret.getMaxY() + 4));
        var end = new PauseTransition(SHOWN);
        end.setOnFinished(_ -> note.hide());
        end.play();
    }
}
