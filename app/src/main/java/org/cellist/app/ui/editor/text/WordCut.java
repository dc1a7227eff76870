package org.cellist.app.ui.editor.text;

import java.util.Collection;
import javafx.scene.control.Label;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.ChosenType;

/// A chip in a line that wraps, in place of the middle of a very long word: tells how much is left
/// out.
///
/// RichTextFX takes it for one character, and so it takes the place of the last one before what is
/// left out. The style class of that character tells how much that is.
///
/// Confined to the JavaFX Application Thread.
public final class WordCut extends Label {

    private static final String CLASS = "cut-";

    WordCut(int units) {
        super(Texts.of("assist").get("word.cut", units));
        getStyleClass().add("word-cut");
        fit();
    }

    /// Returns the style class of the character before what is left out.
    ///
    /// @param units how many characters are left out
    public static String styleClass(int units) {
        return CLASS + units;
    }

    /// Returns how many characters are left out after one with that style; -1 where none are.
    static int units(Collection<String> style) {
        for (var each : style) {
            if (each.startsWith(CLASS)) {
                return Integer.parseInt(each.substring(CLASS.length()));
            }
        }
        return -1;
    }

    /// Makes it lower than rows are now, so that all rows stay as high.
    void fit() {
        double height = ChosenType.code().lineHeight() - 7;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }
}
