package org.cellist.app.ui.editor.text;

import java.util.Collection;
import javafx.scene.layout.Region;
import org.cellist.app.ui.theme.ChosenType;

/// Stands in a line for what is left out of it, as wide as that is: an empty space that nobody
/// looks at.
///
/// RichTextFX takes it for one character, and so it takes the place of the last one before the gap.
/// The style class of that character tells how wide the space is.
///
/// Confined to the JavaFX Application Thread.
public final class LineGap extends Region {

    private static final String CLASS = "gap-";

    private final int columns;

    LineGap(int columns) {
        this.columns = columns;
        fit();
    }

    /// Returns the style class of the character before a gap.
    ///
    /// @param columns of the gap and that character
    public static String styleClass(int columns) {
        return CLASS + columns;
    }

    /// Returns how wide the gap is after a character with that style; -1 where there is none.
    public static int columns(Collection<String> style) {
        for (var each : style) {
            if (each.startsWith(CLASS)) {
                return Integer.parseInt(each.substring(CLASS.length()));
            }
        }
        return -1;
    }

    /// Makes it as wide as the letters are now.
    void fit() {
        setMinSize(columns * ChosenType.code().columnWidth(), 1);
        setPrefSize(getMinWidth(), 1);
        setMaxSize(getMinWidth(), 1);
    }
}
