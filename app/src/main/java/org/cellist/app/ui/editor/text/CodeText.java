package org.cellist.app.ui.editor.text;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.VPos;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.theme.LetterRuns;
import org.fxmisc.richtext.TextExt;

/// A piece of code that has one look.
///
/// Its font and its colour are set by the [Ink] of its area. The style sheets see to what lies
/// over that, by the style classes of marks: what was found, what is wrong, what is being composed.
/// A piece without a mark, as nearly all are, has nothing that a sheet could set, and JavaFX spends
/// no time on it (ADR 0098).
///
/// Confined to the JavaFX Application Thread.
public final class CodeText extends TextExt {

    private static final List<CssMetaData<? extends Styleable, ?>> OF_MARKED =
            new TextExt()
                    .getCssMetaData().stream()
                            .filter(each -> !each.getProperty().equals("-fx-font"))
                            .toList();

    private final TokenStyle style;
    private final LetterRuns.Kind letters;
    private final boolean isMarked;

    /// @param classes of the piece: those of its [TokenStyle], its [LetterRuns.Kind] and of marks
    CodeText(String text, Iterable<String> classes) {
        super(text);
        setTextOrigin(VPos.TOP);
        var found = TokenStyle.PLAIN;
        var kind = LetterRuns.Kind.PLAIN;
        var marks = new ArrayList<String>(0);
        for (var each : classes) {
            var token = TokenStyle.named(each);
            var wide = LetterRuns.Kind.named(each);
            if (token != null) {
                found = token;
            } else if (wide != null) {
                kind = wide;
            } else {
                marks.add(each);
            }
        }
        style = found;
        letters = kind;
        isMarked = !marks.isEmpty();
        if (isMarked) {
            getStyleClass().addAll(marks);
        }
    }

    /// What the piece is, as far as its colour goes.
    public TokenStyle style() {
        return style;
    }

    LetterRuns.Kind letters() {
        return letters;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return isMarked ? OF_MARKED : List.of();
    }
}
