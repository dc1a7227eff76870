package org.cellist.app.ui.output.rich;

import java.util.List;
import org.cellist.app.ui.output.latex.Formula;

/// A part of a line of formatted text. Immutable.
public sealed interface Inline {

    InlineStyle style();

    /// Text in one style.
    record Words(String text, InlineStyle style) implements Inline {}

    /// The end of a line within a paragraph.
    record LineEnd(InlineStyle style) implements Inline {}

    /// A formula.
    record Maths(Formula formula, InlineStyle style) implements Inline {}

    /// A picture.
    ///
    /// @param address as the author wrote it; a [PictureResolver] decides what it may mean
    /// @param words what the picture is, for those who do not see it
    /// @param width in pixels; 0 for its own
    /// @param height in pixels; 0 for its own
    record Picture(String address, String words, double width, double height, InlineStyle style)
            implements Inline {}

    /// Returns the words of some parts, without their styles.
    static String textOf(List<Inline> content) {
        var text = new StringBuilder();
        for (var part : content) {
            switch (part) {
                case Words words -> text.append(words.text());
                case LineEnd _ -> text.append('\n');
                case Maths maths -> text.append(maths.formula().source());
                case Picture picture -> text.append(picture.words());
            }
        }
        return text.toString();
    }
}
