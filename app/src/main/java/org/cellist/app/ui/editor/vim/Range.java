package org.cellist.app.ui.editor.vim;

/// What an operator works on: from `start` to before `end`. Immutable.
///
/// @param isLines whether it is whole lines; then without the last one's end
record Range(int start, int end, boolean isLines) {

    static Range lines(Lines lines, int one, int other) {
        int first = Math.min(one, other);
        return new Range(lines.start(first), lines.end(Math.max(one, other)), true);
    }
}
