package org.cellist.app.ui.editor.vim;

import org.cellist.app.ui.editor.vim.Motions.Kind;
import org.jspecify.annotations.Nullable;

/// What an operator takes of the text that a motion passes, with Vim's exceptions.
///
/// Immutable.
record Passed(Lines lines, Motions motions) {

    /// Returns the range; null when the motion fails.
    @Nullable Range by(String operator, String motion, int at, int count) {
        boolean isWord = motion.equals("w") || motion.equals("W");
        var words = new Words(lines, motion.equals("W"));
        if (isWord && operator.equals("c") && !words.isBlank(at)) {
            return changedWord(words, at, Math.max(1, count));
        }
        var move = motions.of(motion, lines, at, count);
        if (move == null) {
            return null;
        }
        if (move.kind() == Kind.LINES) {
            return Range.lines(lines, at, move.to());
        }
        int start = Math.min(at, move.to());
        int end = Math.max(at, move.to());
        if (move.kind() == Kind.INCLUSIVE) {
            return new Range(start, lines.next(end), false);
        }
        return isWord ? new Range(start, wordEnd(start, end), false) : exclusive(start, end);
    }

    /// `cw` leaves the blanks behind the word.
    private Range changedWord(Words words, int at, int count) {
        int end = words.runEnd(at);
        for (int i = 1; i < count && end < lines.length(); i++) {
            end = lines.next(words.end(lines.previous(end)));
        }
        return new Range(at, end, false);
    }

    /// The last word of a line ends with it.
    private int wordEnd(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(lines.text().charAt(last - 1))) {
            last--;
        }
        boolean passesLine = lines.text().substring(last, end).indexOf('\n') >= 0;
        boolean isAllBlank = last == start;
        if (!passesLine) {
            return end;
        }
        return isAllBlank ? Math.min(end, Math.max(lines.end(start), start)) : lines.end(last);
    }

    /// A motion to the start of a line does not take its line end; from the start of a line it
    /// takes whole ones.
    private Range exclusive(int start, int end) {
        boolean toLineStart = end > start && end == lines.start(end) && lines.start(start) < end;
        if (!toLineStart) {
            return new Range(start, end, false);
        }
        boolean fromLineStart = lines.text().substring(lines.start(start), start).isBlank();
        return fromLineStart
                ? new Range(lines.start(start), end - 1, true)
                : new Range(start, end - 1, false);
    }
}
