package org.cellist.app.ui.output.terminal;

import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.Screen;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.jspecify.annotations.Nullable;

/// What is selected of a screen's text, from one place to another.
///
/// Confined to the JavaFX Application Thread.
final class TerminalSelection {

    private @Nullable TextPlace anchor;
    private @Nullable TextPlace head;

    void clear() {
        anchor = null;
        head = null;
    }

    void begin(TextPlace place) {
        anchor = place;
        head = place;
    }

    /// Moves the end that follows the pointer.
    void extend(TextPlace place) {
        if (anchor == null) {
            begin(place);
        } else {
            head = place;
        }
    }

    void select(TextPlace from, TextPlace to) {
        anchor = from;
        head = to;
    }

    boolean isEmpty() {
        return anchor == null || anchor.equals(head);
    }

    /// Returns the selected columns of a line, or null.
    @Nullable ColumnRange in(long line, int lineColumns) {
        var from = from();
        var to = to();
        if (from == null || to == null || line < from.line() || line > to.line()) {
            return null;
        }
        int start = line == from.line() ? from.column() : 0;
        int end = line == to.line() ? to.column() : Math.max(lineColumns, 1);
        return start < end ? new ColumnRange(start, end) : null;
    }

    /// Returns the selected text, without the spaces that a terminal leaves at a line's end.
    String textOf(Screen screen) {
        var from = from();
        var to = to();
        if (from == null || to == null) {
            return "";
        }
        var text = new StringBuilder();
        long first = Math.max(from.line(), screen.droppedLines());
        for (long line = first; line <= to.line(); line++) {
            int index = (int) (line - screen.droppedLines());
            if (index >= screen.lineCount()) {
                break;
            }
            var styled = screen.line(index);
            int start = line == from.line() ? unitAt(styled, from.column()) : 0;
            int end = line == to.line() ? unitAt(styled, to.column()) : styled.text().length();
            text.append(styled.text(), start, Math.max(start, end));
            if (line < to.line()) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    /// Returns the places around the word at a place: letters and digits, or one other character.
    static ColumnRange wordAt(StyledLine line, int column) {
        int unit = Math.min(unitAt(line, column), Math.max(0, line.text().length() - 1));
        var text = line.text();
        if (text.isEmpty()) {
            return new ColumnRange(0, 0);
        }
        int start = unit;
        int end = unit + 1;
        if (isWord(text.charAt(unit))) {
            while (start > 0 && isWord(text.charAt(start - 1))) {
                start--;
            }
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
        }
        return new ColumnRange(
                CharColumns.of(text.substring(0, start)), CharColumns.of(text.substring(0, end)));
    }

    private static int unitAt(StyledLine line, int column) {
        var text = line.text();
        if (line.columns() == text.length()) {
            return Math.min(column, text.length());
        }
        int passed = 0;
        int at = 0;
        while (at < text.length() && passed < column) {
            int c = text.codePointAt(at);
            passed += CharColumns.of(c);
            at += Character.charCount(c);
        }
        while (at < text.length() && CharColumns.of(text.codePointAt(at)) == 0) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    private @Nullable TextPlace from() {
        return anchor == null || head == null || anchor.compareTo(head) <= 0 ? anchor : head;
    }

    private @Nullable TextPlace to() {
        return anchor == null || head == null || anchor.compareTo(head) <= 0 ? head : anchor;
    }
}
