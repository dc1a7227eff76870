package org.cellist.app.notebook.diff;

import java.util.List;

/// One line of two compared texts, without its line end. Immutable.
///
/// @param words the parts that changed, when the line stands for one that is much alike; else
///     none
public record TextLine(Kind kind, String text, List<Span> words) {

    public TextLine {
        words = List.copyOf(words);
    }

    /// On which side the line is.
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /// A part of a line, in UTF-16 units.
    public record Span(int from, int to) {}
}
