package org.cellist.app.ui.editor.caret;

import java.util.function.IntUnaryOperator;

/// One caret and what is selected up to it, as offsets of the text. Immutable.
///
/// @param anchor where the selection began; the caret itself where nothing is selected
/// @param caret where it ends
public record CaretRange(int anchor, int caret) {

    /// Returns a caret without a selection.
    public static CaretRange at(int offset) {
        return new CaretRange(offset, offset);
    }

    public int start() {
        return Math.min(anchor, caret);
    }

    public int end() {
        return Math.max(anchor, caret);
    }

    public boolean isEmpty() {
        return anchor == caret;
    }

    /// Returns where the same text stands after a change of the text around it.
    CaretRange after(Change change) {
        return new CaretRange(change.moved(anchor), change.moved(caret));
    }

    CaretRange by(IntUnaryOperator moved) {
        return new CaretRange(moved.applyAsInt(anchor), moved.applyAsInt(caret));
    }

    /// Returns whether both cannot be told apart: they overlap, or touch and one selects nothing.
    ///
    /// @param next does not begin before this
    boolean meets(CaretRange next) {
        boolean touch = next.start() == end() && (isEmpty() || next.isEmpty());
        return touch || next.start() < end();
    }

    /// Returns a range over both, in this one's direction.
    CaretRange joined(CaretRange other) {
        int start = Math.min(start(), other.start());
        int end = Math.max(end(), other.end());
        boolean backwards = isEmpty() ? other.caret < other.anchor : caret < anchor;
        return backwards ? new CaretRange(end, start) : new CaretRange(start, end);
    }
}
