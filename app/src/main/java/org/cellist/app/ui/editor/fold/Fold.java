package org.cellist.app.ui.editor.fold;

/// A part of a text that is hidden: a block without its first line, or a gap in a very long line
/// (see [TextGaps]). Immutable.
///
/// @param start of a block, the end of the line that stays, before its line end
/// @param end of a block, the end of its last line, before its line end
/// @param lines how many lines a block is, at least 1; 0 of a gap
/// @param columns how wide a gap is, with the character before it; 0 of a block, and of what is cut
///     out of a line that wraps
public record Fold(int start, int end, int lines, int columns) {

    /// A block.
    public Fold(int start, int end, int lines) {
        this(start, end, lines, 0);
    }

    /// Returns a gap in a line.
    static Fold gap(int start, int end, int columns) {
        return new Fold(start, end, 0, columns);
    }

    /// Returns a gap in a line that wraps.
    static Fold cut(int start, int end) {
        return new Fold(start, end, 0, 0);
    }

    public boolean isGap() {
        return lines == 0;
    }

    public int length() {
        return end - start;
    }

    /// Returns whether another hides all of this; each hides itself.
    boolean isIn(Fold other) {
        return other.start <= start && end <= other.end;
    }

    Fold movedBy(int units) {
        return new Fold(start + units, end + units, lines, columns);
    }
}
