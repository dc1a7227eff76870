package org.cellist.app.ui.editor.vim;

import org.jspecify.annotations.Nullable;

/// Vim's text objects: what `iw` or `a(` means around a caret.
///
/// Immutable.
record TextObjects(Lines lines) {

    /// Returns the range; null where there is none.
    @Nullable Range of(char object, boolean isInner, int at, int count) {
        return switch (object) {
            case 'w' -> word(new Words(lines, false), isInner, at, count);
            case 'W' -> word(new Words(lines, true), isInner, at, count);
            case '"', '\'', '`' -> quoted(object, isInner, at);
            case '(', ')', 'b' -> block('(', ')', isInner, at, count);
            case '[', ']' -> block('[', ']', isInner, at, count);
            case '{', '}', 'B' -> block('{', '}', isInner, at, count);
            case '<', '>' -> block('<', '>', isInner, at, count);
            case 'p' -> paragraph(isInner, at, count);
            default -> null;
        };
    }

    private @Nullable Range word(Words words, boolean isInner, int at, int count) {
        if (lines.isEmpty(at)) {
            return isInner ? new Range(at, at, false) : null;
        }
        int from = lines.onLine(at);
        int start = words.runStart(from);
        int end = start;
        for (int i = 0; i < count && end < lines.end(from); i++) {
            boolean isBlank = words.isBlank(end);
            end = words.runEnd(end);
            if (!isInner && end < lines.end(from) && words.isBlank(end) != isBlank) {
                end = words.runEnd(end);
            }
        }
        boolean tookBlank = end > start && words.isBlank(lines.previous(end));
        if (!isInner && !tookBlank && !words.isBlank(start)) {
            boolean hasBlank = start > lines.start(from) && words.isBlank(lines.previous(start));
            int before = hasBlank ? words.runStart(lines.previous(start)) : start;
            start = before == lines.start(from) ? start : before;
        }
        return new Range(start, end, false);
    }

    /// On the line: the text that the caret is in, or the next one.
    private @Nullable Range quoted(char quote, boolean isInner, int at) {
        int end = lines.end(at);
        int open = -1;
        for (int i = lines.start(at); i < end; i++) {
            char c = lines.text().charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote && open < 0) {
                open = i;
            } else if (c == quote && i < at) {
                open = -1;
            } else if (c == quote) {
                return isInner ? new Range(open + 1, i, false) : withBlanks(open, i + 1);
            }
        }
        return null;
    }

    /// Blanks behind come along, or else those before.
    private Range withBlanks(int start, int end) {
        int last = end;
        while (last < lines.end(end) && Lines.isBlank(lines.text().charAt(last))) {
            last++;
        }
        int first = start;
        while (last == end
                && first > lines.start(start)
                && Lines.isBlank(lines.text().charAt(first - 1))) {
            first--;
        }
        return new Range(first, last, false);
    }

    private @Nullable Range block(char open, char close, boolean isInner, int at, int count) {
        int start = at;
        boolean isOn = at < lines.length() && lines.text().charAt(at) == open;
        for (int i = 0; i < count; i++) {
            start = isOn && i == 0 ? at : outer(open, close, start);
            if (start < 0) {
                return null;
            }
        }
        int end = matching(open, close, start);
        if (end < 0) {
            return null;
        }
        return isInner ? inner(start + 1, end) : new Range(start, end + 1, false);
    }

    /// Of a block over lines, whose brackets stand at the ends of theirs, the lines between.
    private Range inner(int start, int end) {
        boolean isOpenLast = start == lines.end(start) && start < end;
        boolean isCloseFirst = lines.text().substring(lines.start(end), end).isBlank();
        if (isOpenLast && isCloseFirst && lines.start(end) > start + 1) {
            return new Range(start + 1, lines.start(end) - 1, true);
        }
        return new Range(start, end, false);
    }

    private int outer(char open, char close, int from) {
        int depth = 0;
        for (int i = from - 1; i >= 0; i--) {
            char c = lines.text().charAt(i);
            if (c == close) {
                depth++;
            } else if (c == open && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Returns the closing bracket of the one at `start`; -1 without.
    int matching(char open, char close, int start) {
        int depth = 0;
        for (int i = start; i < lines.length(); i++) {
            char c = lines.text().charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Returns the opening bracket of the one at `end`; -1 without.
    int matchingBefore(char open, char close, int end) {
        return outer(open, close, end);
    }

    private Range paragraph(boolean isInner, int at, int count) {
        int last = lines.count() - 1;
        int first = lines.index(at);
        boolean isBlank = isBlankLine(first);
        while (first > 0 && isBlankLine(first - 1) == isBlank) {
            first--;
        }
        int end = first;
        for (int i = 0; i < (isInner ? count : 2 * count) && end <= last; i++) {
            boolean kind = isBlankLine(end);
            while (end <= last && isBlankLine(end) == kind) {
                end++;
            }
        }
        boolean lacksBlank = !isInner && !isBlank && !isBlankLine(end - 1);
        while (lacksBlank && first > 0 && isBlankLine(first - 1)) {
            first--;
        }
        return Range.lines(lines, lines.startOf(first), lines.startOf(end - 1));
    }

    private boolean isBlankLine(int index) {
        int start = lines.startOf(index);
        return lines.text().substring(start, lines.end(start)).isBlank();
    }
}
