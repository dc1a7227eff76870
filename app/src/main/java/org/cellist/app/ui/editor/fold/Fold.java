package org.cellist.app.ui.editor.fold;

/// A block of a text, without its first line: what is hidden when it is folded. Immutable.
///
/// @param start the end of the line that stays, before its line end
/// @param end the end of the last line, before its line end
/// @param lines how many lines that is, at least 1
public record Fold(int start, int end, int lines) {

    int length() {
        return end - start;
    }

    /// Returns whether another hides all of this; each hides itself.
    boolean isIn(Fold other) {
        return other.start <= start && end <= other.end;
    }

    Fold movedBy(int units) {
        return new Fold(start + units, end + units, lines);
    }
}
