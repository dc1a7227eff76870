package org.cellist.app.ui.output.rich;

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
}
