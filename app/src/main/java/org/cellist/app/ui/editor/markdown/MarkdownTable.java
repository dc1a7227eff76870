package org.cellist.app.ui.editor.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The table that stands around a caret. Immutable.
///
/// @param start where its first line begins in the text
/// @param end where its last line ends
/// @param margin what its lines begin with: spaces, and the marks of quotations
/// @param rows its cells without the spaces around them; the second row says how columns are set
/// @param row in which row the caret stands
/// @param cell in which cell of the row
/// @param column how far into the cell's words
record MarkdownTable(
        int start, int end, String margin, List<List<String>> rows, int row, int cell, int column) {

    private static final Pattern RULE = Pattern.compile(":?-+:?");
    private static final Pattern MARGIN = Pattern.compile("[ \\t>]*");
    private static final int NARROWEST = 3;

    /// Cells that are wider, in columns, do not widen those above and below them.
    private static final int WIDEST = 200;

    /// Returns the table at a place of a text, or null when there is none.
    static @Nullable MarkdownTable at(String text, int caret) {
        int start = lineStart(text, caret);
        int end = lineEnd(text, caret);
        if (!isRow(text, start, end)) {
            return null;
        }
        int line = start;
        while (start > 0 && isRow(text, lineStart(text, start - 1), start - 1)) {
            start = lineStart(text, start - 1);
        }
        while (end < text.length() && isRow(text, end + 1, lineEnd(text, end + 1))) {
            end = lineEnd(text, end + 1);
        }
        var lines = text.substring(start, end).lines().toList();
        var margin = marginOf(lines.getFirst());
        var rows = lines.stream().map(it -> cells(it.substring(marginOf(it).length()))).toList();
        boolean isTable =
                rows.size() > 1
                        && lines.stream().allMatch(it -> isQuotedAs(margin, marginOf(it)))
                        && rows.get(1).stream().allMatch(each -> RULE.matcher(each).matches());
        if (!isTable) {
            return null;
        }
        int row = (int) text.substring(start, line).chars().filter(c -> c == '\n').count();
        var before = text.substring(line, caret);
        var place = before.substring(Math.min(before.length(), marginOf(before).length()));
        return standing(new MarkdownTable(start, end, margin, rows, row, 0, 0), place);
    }

    private static String marginOf(String line) {
        var margin = MARGIN.matcher(line);
        return margin.lookingAt() ? margin.group() : "";
    }

    private static boolean isQuotedAs(String margin, String other) {
        return margin.replaceAll("[ \t]", "").equals(other.replaceAll("[ \t]", ""));
    }

    /// @param before what stands before the caret in its row
    private static MarkdownTable standing(MarkdownTable table, String before) {
        int cell = Math.max(0, bars(before).size() - (before.strip().startsWith("|") ? 1 : 0));
        var bars = bars(before);
        var inCell = bars.isEmpty() ? before : before.substring(bars.getLast() + 1);
        return new MarkdownTable(
                table.start,
                table.end,
                table.margin,
                table.rows,
                table.row,
                cell,
                inCell.stripLeading().length());
    }

    /// Returns the table with columns of one width each, and the caret where it was in its cell.
    TextChange formatted() {
        return change(rows, row, cell, column, column);
    }

    /// Returns the formatted table with the words of the next cell selected, or of the one before;
    /// behind the last cell with one more row. Null before the first cell.
    @Nullable TextChange stepped(int step) {
        int columns = rows.getFirst().size();
        int next = row * columns + Math.min(cell, columns - 1) + step;
        if (next / columns == 1 && next >= 0) {
            next += step * columns; // over the rule
        }
        if (next < 0) {
            return null;
        }
        var now = new ArrayList<>(rows);
        if (next / columns >= now.size()) {
            now.add(List.of());
        }
        return change(now, next / columns, next % columns, 0, Integer.MAX_VALUE);
    }

    private TextChange change(List<List<String>> now, int atRow, int atCell, int from, int to) {
        var widths = widths(now);
        var text = new StringBuilder();
        int anchor = 0;
        int caret = 0;
        for (int i = 0; i < now.size(); i++) {
            var row = now.get(i);
            text.append(i == 0 ? "" : "\n").append(margin).append('|');
            int cells = Math.max(widths.length, row.size()); // those without a column stay
            for (int j = 0; j < cells; j++) {
                var words = j < row.size() ? row.get(j) : "";
                int width = j < widths.length ? widths[j] : 0;
                var shown = i == 1 ? rule(words, width) : words;
                int free = Math.max(0, width - DisplayWidth.of(shown));
                int left = i == 1 ? 0 : freeBefore(now.get(1), j, free);
                text.append(' ').repeat(' ', left);
                if (i == atRow && j == Math.min(atCell, cells - 1)) {
                    anchor = start + text.length() + Math.min(from, shown.length());
                    caret = start + text.length() + Math.min(to, shown.length());
                }
                text.append(shown).repeat(' ', free - left).append(" |");
            }
        }
        return new TextChange(start, end, text.toString(), anchor, caret);
    }

    private static int[] widths(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (int j = 0; j < columns; j++) {
            widths[j] = NARROWEST;
            for (int i = 0; i < rows.size(); i++) {
                if (i != 1 && j < rows.get(i).size()) {
                    int width = DisplayWidth.of(rows.get(i).get(j));
                    widths[j] = width > WIDEST ? widths[j] : Math.max(widths[j], width);
                }
            }
        }
        return widths;
    }

    private static String rule(String before, int width) {
        boolean left = before.startsWith(":");
        boolean right = before.endsWith(":");
        int dashes = Math.max(1, width - (left ? 1 : 0) - (right ? 1 : 0));
        return (left ? ":" : "") + "-".repeat(dashes) + (right ? ":" : "");
    }

    private static int freeBefore(List<String> rules, int column, int free) {
        var rule = column < rules.size() ? rules.get(column) : "";
        if (!rule.endsWith(":")) {
            return 0;
        }
        return rule.startsWith(":") ? free / 2 : free;
    }

    private static boolean isRow(String text, int start, int end) {
        return start <= end && !bars(text.substring(start, end)).isEmpty();
    }

    private static List<String> cells(String line) {
        var stripped = line.strip();
        var bars = bars(stripped);
        var cells = new ArrayList<String>();
        int from = 0;
        for (int bar : bars) {
            if (bar > 0) {
                cells.add(stripped.substring(from, bar).strip());
            }
            from = bar + 1;
        }
        if (from < stripped.length()) {
            cells.add(stripped.substring(from).strip());
        }
        return List.copyOf(cells);
    }

    /// Returns where the bars are that part cells: those without a backslash.
    private static List<Integer> bars(String line) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                found.add(i);
            }
        }
        return found;
    }

    private static int lineStart(String text, int place) {
        return text.lastIndexOf('\n', place - 1) + 1;
    }

    private static int lineEnd(String text, int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end;
    }
}
