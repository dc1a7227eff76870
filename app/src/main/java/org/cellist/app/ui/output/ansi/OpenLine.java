package org.cellist.app.ui.output.ansi;

import java.util.ArrayList;
import java.util.Arrays;

/// The line that a terminal's cursor stands in: characters with a style each.
///
/// As long as every UTF-16 unit takes one column, a column is an index and writing costs what is
/// written. With the first wide or combining character, indexes are looked up.
///
/// Confined to one thread.
final class OpenLine {

    private final StringBuilder text = new StringBuilder();
    private TextStyle[] styles = new TextStyle[64];
    private boolean oneUnitOneColumn = true;
    private int columns;

    static OpenLine of(StyledLine line) {
        var open = new OpenLine();
        open.text.append(line.text());
        open.grow(line.text().length());
        Arrays.fill(open.styles, 0, line.text().length(), TextStyle.PLAIN);
        for (var run : line.runs()) {
            Arrays.fill(open.styles, run.start(), run.end(), run.style());
        }
        open.columns = line.columns();
        for (int i = 0; i < line.text().length() && open.oneUnitOneColumn; i++) {
            open.oneUnitOneColumn = CharColumns.isOneUnitOneColumn(line.text().charAt(i));
        }
        return open;
    }

    int columns() {
        return columns;
    }

    int length() {
        return text.length();
    }

    /// Writes over what stands at that column and after it. Returns the column after the text.
    int write(int column, String source, int from, int to, TextStyle style) {
        padTo(column);
        boolean simple = oneUnitOneColumn;
        for (int i = from; i < to && simple; i++) {
            simple = CharColumns.isOneUnitOneColumn(source.charAt(i));
        }
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

    /// Removes everything from that column on.
    void cut(int column) {
        if (column < columns) {
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
            int start = indexAt(column, false);
            int end = indexAt(Math.min(columns, column + count), true);
            put(start, end, "", 0, 0, TextStyle.PLAIN);
            columns = CharColumns.of(text.toString());
        }
    }

    StyledLine frozen() {
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
            styles = Arrays.copyOf(styles, Math.max(length, styles.length * 2));
        }
    }
}
