package org.cellist.app.ui.editor.completion;

import java.util.List;
import org.cellist.app.ui.theme.ChosenType;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/// Words to read: only the lines that are seen have nodes, text can be selected with the mouse, and
/// the focus stays where it is.
///
/// Confined to the JavaFX Application Thread.
final class WordsArea extends CodeArea {

    private static final double LEADING = 2;

    private static final List<String> LABEL = List.of("label");

    WordsArea() {
        setUndoManager(UndoUtils.noOpUndoManager());
        getStylesheets().clear();
        getStyleClass().add("assist-words");
        setEditable(false);
        setWrapText(true);
        setFocusTraversable(false);
        setShowCaret(CaretVisibility.OFF);
    }

    /// Returns the height of a line, in pixels: JavaFX rounds both of its parts up.
    static double lineHeight() {
        var code = ChosenType.code();
        double part = code.smallSize() / code.size();
        return Math.ceil(code.ascent() * part) + Math.ceil(code.descent() * part) + LEADING;
    }

    /// Returns the width of a Latin letter, in pixels.
    static double columnWidth() {
        return ChosenType.code().columnWidthAt(ChosenType.code().smallSize());
    }

    /// The keys stay in the editor.
    @Override
    public void requestFocus() {
        // See above.
    }

    void show(PlainWords words) {
        replaceText(words.text());
        for (var label : words.labels()) {
            setStyle(label.start(), label.end(), LABEL);
        }
        moveTo(0);
        showParagraphAtTop(0);
    }

    /// Returns how many rows a text has in that many columns, counted no further than `most`.
    static int rows(String text, int columns, int most) {
        int rows = 0;
        int start = 0;
        while (start <= text.length() && rows < most) {
            int found = text.indexOf('\n', start);
            int end = found < 0 ? text.length() : found;
            rows += 1 + Math.max(0, end - start - 1) / columns;
            start = end + 1;
        }
        return Math.min(rows, most);
    }
}
