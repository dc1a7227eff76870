package org.cellist.app.ui.notebook.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// The rows of a text with commas, semicolons, tabs or bars between its values, quoted as in RFC
/// 4180. Only where rows begin is kept; their values are read when they are looked at.
///
/// Immutable.
final class DelimitedRows {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /// Rows that are looked at to find out what stands between values.
    private static final int SAMPLE = 30;

    private final String text;
    private final char delimiter;
    private final int[] starts;
    private final int size; // with the row of names
    private final boolean hasNames;
    private final int columns;

    private DelimitedRows(String text, char delimiter, int[] starts, int size) {
        this.text = text;
        this.delimiter = delimiter;
        this.starts = starts;
        this.size = size;
        int widest = 0;
        for (int i = 0; i < Math.min(size, SAMPLE); i++) {
            widest = Math.max(widest, values(i).size());
        }
        columns = widest;
        hasNames = size > 0 && areNames(values(0));
    }

    /// Reads a text. Takes time for a long one.
    static DelimitedRows of(String text) {
        char best = ',';
        double most = 0;
        for (char each : DELIMITERS) {
            double fitness = fitness(text, each);
            if (fitness > most) {
                most = fitness;
                best = each;
            }
        }
        return read(text, best, Integer.MAX_VALUE);
    }

    /// How well the first rows are cut: into how many values, as long as it is the same number.
    private static double fitness(String text, char delimiter) {
        var rows = read(text, delimiter, SAMPLE);
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < rows.size; i++) {
            counts.add(rows.values(i).size());
        }
        if (counts.isEmpty() || rows.columns < 2) {
            return 0;
        }
        long usual = counts.stream().filter(counts.getFirst()::equals).count();
        return (double) usual / counts.size() * (1 + Math.min(counts.getFirst(), 100) / 1000.0);
    }

    private static DelimitedRows read(String text, char delimiter, int most) {
        int[] starts = new int[1024];
        int size = 0;
        int at = 0;
        while (at < text.length() && size < most) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
            }
            starts[size++] = at;
            at = endOfRow(text, delimiter, at);
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return new DelimitedRows(text, delimiter, starts, size);
    }

    /// Line ends between quotes are part of a value; a quote is one only where a value begins.
    private static int endOfRow(String text, char delimiter, int start) {
        boolean begins = true;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return at;
            }
            if (c == '"' && begins) {
                at = afterQuoted(text, at);
                begins = false;
                continue;
            }
            begins = c == delimiter;
            at++;
        }
        return at;
    }

    private static int afterQuoted(String text, int quote) {
        int at = quote + 1;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return at;
    }

    /// Names of columns are words, all of them different.
    private static boolean areNames(List<String> values) {
        return values.stream().noneMatch(value -> value.isBlank() || isNumber(value))
                && new HashSet<>(values).size() == values.size();
    }

    /// Returns whether a value is a number, as far as it is to stand at the right.
    static boolean isNumber(String value) {
        return value.strip().matches("[-+]?(\\d[\\d,_]*)?\\.?\\d+([eE][-+]?\\d+)?%?|[-+]?\\d+\\.");
    }

    /// How many rows of values there are.
    int count() {
        return hasNames ? size - 1 : size;
    }

    /// How many values the widest of the first rows has.
    int columns() {
        return columns;
    }

    /// Returns the name of a column; its number, 1 for the first, where the text has no names.
    String name(int column) {
        var first = hasNames ? values(0) : List.<String>of();
        return column < first.size() ? first.get(column) : String.valueOf(column + 1);
    }

    /// Returns the values of a row, 0 for the first after the names.
    List<String> row(int index) {
        return values(hasNames ? index + 1 : index);
    }

    private List<String> values(int row) {
        var values = new ArrayList<String>();
        int end = endOfRow(text, delimiter, starts[row]);
        int at = starts[row];
        while (true) {
            int to = at;
            if (at < end && text.charAt(at) == '"') {
                to = Math.min(end, afterQuoted(text, at));
            }
            int found = text.indexOf(delimiter, to);
            int stop = found < 0 || found > end ? end : found;
            values.add(value(at, to, stop));
            if (stop >= end) {
                return values;
            }
            at = stop + 1;
        }
    }

    /// @param quotedEnd after the closing quote; the start where there is none
    private String value(int start, int quotedEnd, int end) {
        if (quotedEnd == start) {
            return text.substring(start, end);
        }
        boolean isClosed = quotedEnd - start > 1 && text.charAt(quotedEnd - 1) == '"';
        var quoted = text.substring(start + 1, isClosed ? quotedEnd - 1 : quotedEnd);
        return quoted.replace("\"\"", "\"") + text.substring(quotedEnd, end);
    }
}
