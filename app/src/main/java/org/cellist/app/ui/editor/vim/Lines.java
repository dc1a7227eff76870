package org.cellist.app.ui.editor.vim;

/// A text and where its lines are. Offsets are UTF-16 units. Immutable.
record Lines(String text) {

    int length() {
        return text.length();
    }

    int start(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// Returns the offset of the line end, or the length.
    int end(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    boolean isEmpty(int at) {
        return start(at) == end(at);
    }

    /// Returns the offset of the first character that is no blank; the last one of a blank line.
    int firstNonBlank(int at) {
        int end = end(at);
        int i = start(at);
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i == end ? onLine(i) : i;
    }

    /// Returns where text begins on the line: its end for a blank one.
    int firstNonBlankOrEnd(int at) {
        return start(at) + indent(at).length();
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    String indent(int at) {
        int start = start(at);
        int i = start;
        while (i < end(at) && isBlank(text.charAt(i))) {
            i++;
        }
        return text.substring(start, i);
    }

    /// Returns the nearest place that a block can stand on: a character, or an empty line.
    int onLine(int at) {
        int in = Math.clamp(at, 0, text.length());
        return in == end(in) && in > start(in) ? previous(in) : in;
    }

    int next(int at) {
        return at >= text.length() ? at : at + Character.charCount(text.codePointAt(at));
    }

    int previous(int at) {
        return at <= 0 ? 0 : at - Character.charCount(text.codePointBefore(at));
    }

    int index(int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    int count() {
        return index(text.length()) + 1;
    }

    /// Returns where a line begins, counted from 0; of the last one when there are fewer.
    int startOf(int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            int end = end(at);
            if (end == text.length()) {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    /// Returns the place in that column of a line, or its last one.
    int inColumn(int index, int column) {
        int start = startOf(index);
        return column >= end(start) - start ? onLine(end(start)) : start + column;
    }
}
