package org.cellist.app.ui.output.ansi;

import java.util.List;

/// One line as a terminal shows it, without control characters. Immutable.
///
/// @param runs the styled stretches in order; what lies between them is plain
/// @param columns how wide the line is
public record StyledLine(String text, List<Run> runs, int columns) {

    /// An empty line.
    public static final StyledLine EMPTY = new StyledLine("", List.of(), 0);

    public StyledLine {
        runs = List.copyOf(runs);
    }

    /// A stretch in one style, from `start` to before `end` in UTF-16 units. Immutable.
    public record Run(int start, int end, TextStyle style) {

        /// Returns the runs of a text that has one style.
        static List<Run> whole(String text, TextStyle style) {
            return style.isPlain() || text.isEmpty()
                    ? List.of()
                    : List.of(new Run(0, text.length(), style));
        }
    }
}
