package org.cellist.app.ui.editor.text;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodRequests;
import org.cellist.app.ui.theme.ChosenType;

/// Tells the input method where its candidate window belongs: under the text being composed.
///
/// Confined to the JavaFX Application Thread.
public record CandidatePlace(CodeTextArea area) implements InputMethodRequests {

    /// @param offset a character of the composed text, counted from its start
    @Override
    public Point2D getTextLocation(int offset) {
        return area.getCaretBounds()
                .map(CandidatePlace::below)
                .orElseGet(() -> area.localToScreen(0, ChosenType.code().lineHeight()));
    }

    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {}

    @Override
    public String getSelectedText() {
        return area.getSelectedText();
    }

    private static Point2D below(Bounds caret) {
        return new Point2D(caret.getMinX(), caret.getMaxY());
    }
}
