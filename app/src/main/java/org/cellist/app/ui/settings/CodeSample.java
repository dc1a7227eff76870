package org.cellist.app.ui.settings;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.Typography;

/// Some code as it is set now: letters that are easily mistaken for one another, and wide ones over
/// digits that tell whether they take two columns.
///
/// Confined to the JavaFX Application Thread.
final class CodeSample extends Region {

    private static final double PADDING_X = 12;
    private static final double PADDING_Y = 8;

    /// A piece of a line.
    private record Piece(int line, int column, String letters, boolean isWide) {}

    private static final List<Piece> PIECES =
            List.of(
                    new Piece(0, 0, "0O 1lI| {} [] () => != \"'`~;:.,", false),
                    new Piece(1, 0, "한글漢字かな", true),
                    new Piece(1, 12, "|AaBbGgQq", false),
                    new Piece(2, 0, "012345678901|+-*/&@#%$", false));

    private static final int LINES = 3;

    private final ObservableValue<Typography> type;
    private final Rectangle clip = new Rectangle();

    CodeSample(ObservableValue<Typography> type) {
        this.type = type;
        setId("code-sample");
        getStyleClass().add("settings-sample");
        setClip(clip);
        type.subscribe(now -> show(now.code()));
    }

    private void show(CodeType code) {
        getChildren().clear();
        for (var piece : PIECES) {
            boolean isOther = piece.isWide() && code.hasOtherWide();
            var text = new Text(piece.letters());
            text.setFont(
                    isOther
                            ? Font.font(Fonts.CODE, code.wideSize())
                            : Font.font(code.family(), code.size()));
            text.setManaged(false);
            text.getStyleClass().add("settings-sample-text");
            text.setX(PADDING_X + piece.column() * code.columnWidth());
            text.setY(
                    PADDING_Y
                            + piece.line() * code.lineHeight()
                            + code.baselineIn(code.lineHeight()));
            getChildren().add(text);
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LINES * type.getValue().code().lineHeight() + 2 * PADDING_Y;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
