package org.cellist.app.ui.output.json;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.LetterRuns;
import org.cellist.app.ui.theme.LetterRuns.Kind;
import org.cellist.app.ui.theme.LetterRuns.Stretch;

/// Words of a row of the tree, in which letters of two columns may have a font of their own.
///
/// Confined to the JavaFX Application Thread.
final class JsonText extends Group {

    private static final int MOST_STRETCHES = 60;

    JsonText() {
        setManaged(false);
    }

    /// Shows words in place of those before. Returns where they end.
    ///
    /// @param x where they begin
    /// @param height of the row
    double show(String words, String styleClass, double x, double height) {
        var code = ChosenType.code();
        var texts = new ArrayList<Text>();
        double left = x;
        int at = 0;
        for (var stretch : stretches(words, code)) {
            var text = text(words.substring(at, stretch.end()), stretch.kind(), code);
            text.getStyleClass().add(styleClass);
            text.setX(left);
            text.setY(code.baselineIn(height));
            texts.add(text);
            left += text.getLayoutBounds().getWidth();
            at = stretch.end();
        }
        getChildren().setAll(texts);
        return left;
    }

    private static List<Stretch> stretches(String words, CodeType code) {
        return code.hasOtherLetters() || words.isEmpty()
                ? LetterRuns.of(words, MOST_STRETCHES)
                : List.of(new Stretch(words.length(), Kind.PLAIN));
    }

    private static Text text(String letters, Kind kind, CodeType code) {
        var text = new Text(letters);
        text.setTextOrigin(VPos.BASELINE);
        text.setFont(font(kind, code)); // measured before style sheets are applied
        text.getStyleClass().setAll("json-text");
        var ofLetters = kind.styleClass();
        if (ofLetters != null) {
            text.getStyleClass().add(ofLetters);
        }
        return text;
    }

    private static Font font(Kind kind, CodeType code) {
        boolean isOther = kind == Kind.WIDE && code.hasOtherWide();
        if (isOther) {
            return Font.font(Fonts.CODE, code.wideSize());
        }
        boolean isSized = kind == Kind.EMOJI && code.emojiSize() > 0;
        return Font.font(code.family(), isSized ? code.emojiSize() : code.size());
    }
}
