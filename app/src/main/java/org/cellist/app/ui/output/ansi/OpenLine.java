package org.cellist.app.ui.output.ansi;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The line that a terminal's cursor stands in: characters with a style each.
///
/// As long as every UTF-16 unit takes one column, a column is an index and writing costs what is
/// written. With the first wide or combining character, indexes are looked up.
///
/// Most lines are written in one piece and never touched again: the first piece is kept as it came,
/// and only with the second one do the characters get a style each.
///
/// Confined to one thread.
final class OpenLine {

    private static final TextStyle[] NONE = {};

    private final StringBuilder text = new StringBuilder(0);
    private TextStyle[] styles = NONE;
    private @Nullable StyledLine onePiece;
    private boolean oneUnitOneColumn = true;
    private int columns;

    static OpenLine of(StyledLine line) {
        var open = new OpenLine();
        open.takeApart(line);
        return open;
    }

    /// Empties the line for another one.
    void clear() {
        text.setLength(0);
        onePiece = null;
        oneUnitOneColumn = true;
        columns = 0;
    }

    private void takeApart(StyledLine line) {
        onePiece = null;
        text.append(line.text());
        grow(line.text().length());
        Arrays.fill(styles, 0, line.text().length(), TextStyle.PLAIN);
        for (var run : line.runs()) {
            Arrays.fill(styles, run.start(), run.end(), run.style());
        }
        columns = line.columns();
        oneUnitOneColumn = isSimple(line.text(), 0, line.text().length());
    }

    private static boolean isSimple(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharColumns.isOneUnitOneColumn(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    int columns() {
        return columns;
    }

    int length() {
        return onePiece == null ? text.length() : onePiece.text().length();
    }

    /// Writes over what stands at that column and after it. Returns the column after the text.
    int write(int column, String source, int from, int to, TextStyle style) {
        boolean simple = oneUnitOneColumn && isSimple(source, from, to);
        if (simple && column == 0 && length() == 0) {
            var piece = source.substring(from, to);
            onePiece = new StyledLine(piece, StyledLine.Run.whole(piece, style), to - from);
            columns = to - from;
            return columns;
        }
        open();
        padTo(column);
        if (simple) {
            put(column, Math.min(text.length(), column + to - from), source, from, to, style);
            columns = text.length();
            return column + to - from;
        }
        oneUnitOneColumn = false;
        return writeWide(column, source.substring(from, to), style);
    }

    private int writeWide(int column, String written, TextStyle style) {
        int width = CharColumns.of(written);
        if (column == columns) {
            put(text.length(), text.length(), written, 0, written.length(), style);
            columns += width;
            return column + width;
        }
        int start = indexAt(column, false);
        int end = indexAt(column + width, true);
        int before = CharColumns.of(text.substring(0, start));
        int covered = CharColumns.of(text.substring(start, end));
        // a wide character of which only half is written over leaves a space
        var left = " ".repeat(Math.max(0, column - before));
        var right = " ".repeat(Math.max(0, before + covered - column - width));
        var all = left + written + right;
        put(start, end, all, 0, all.length(), style);
        columns = Math.max(columns, column + width);
        return column + width;
    }

    /// Prepares for what cannot be done to a line of one piece.
    private void open() {
        if (onePiece != null) {
            takeApart(onePiece);
        }
    }

    /// Removes everything from that column on.
    void cut(int column) {
        if (column < columns) {
            open();
            int index = indexAt(column, false);
            text.setLength(index);
            columns = CharColumns.of(text.toString());
        }
    }

    /// Puts spaces in the style given over the columns, up to the line's end.
    void blank(int from, int to, TextStyle style) {
        int end = Math.min(to, columns);
        if (from < end) {
            write(from, " ".repeat(end - from), 0, end - from, style);
        }
    }

    /// Takes characters out; what is behind moves up.
    void remove(int column, int count) {
        if (column < columns) {
            open();
            int start = indexAt(column, false);
            int end = indexAt(Math.min(columns, column + count), true);
            put(start, end, "", 0, 0, TextStyle.PLAIN);
            columns = CharColumns.of(text.toString());
        }
    }

    StyledLine frozen() {
        if (onePiece != null) {
            return onePiece;
        }
        var runs = new ArrayList<StyledLine.Run>();
        int length = text.length();
        for (int start = 0; start < length; ) {
            var style = styles[start];
            int end = start + 1;
            while (end < length && styles[end].equals(style)) {
                end++;
            }
            if (!style.isPlain()) {
                runs.add(new StyledLine.Run(start, end, style));
            }
            start = end;
        }
        return length == 0 ? StyledLine.EMPTY : new StyledLine(text.toString(), runs, columns);
    }

    private void padTo(int column) {
        if (column > columns) {
            var spaces = " ".repeat(column - columns);
            put(text.length(), text.length(), spaces, 0, spaces.length(), TextStyle.PLAIN);
            columns = column;
        }
    }

    /// Replaces the units from `start` to `end`.
    private void put(int start, int end, String source, int from, int to, TextStyle style) {
        int added = to - from;
        int tail = text.length() - end;
        grow(start + added + tail);
        System.arraycopy(styles, end, styles, start + added, tail);
        Arrays.fill(styles, start, start + added, style);
        text.replace(start, end, source.substring(from, to));
    }

    /// Returns where the character at a column begins.
    ///
    /// @param after for a column inside a wide character, the index after it
    private int indexAt(int column, boolean after) {
        if (oneUnitOneColumn) {
            return Math.min(column, text.length());
        }
        int at = 0;
        int passed = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int width = CharColumns.of(c);
            boolean isBefore = after ? passed < column : passed + width <= column;
            if (!isBefore && !(width == 0 && passed <= column && at > 0)) {
                break;
            }
            passed += width;
            at += Character.charCount(c);
        }
        return at;
    }

    private void grow(int length) {
        if (length > styles.length) {
            styles = Arrays.copyOf(styles, Math.max(length, Math.max(64, styles.length * 2)));
        }
    }
}
