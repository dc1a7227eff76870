package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A grid as text with a line for each row. Immutable.
public final class DelimitedText {

    private DelimitedText() {}

    /// Returns the values with tabs between them, as spreadsheets take them.
    public static String tabs(DataGrid grid) {
        return tabs(rows(grid));
    }

    private static String tabs(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    }

    /// Returns the values without the names above them, with tabs between.
    static String tabsOfBody(DataGrid grid) {
        return tabs(grid.body());
    }

    /// Returns the values with commas between them, quoted where needed (RFC 4180).
    public static String commas(DataGrid grid) {
        return rows(grid).stream()
                .map(
                        row ->
                                row.stream()
                                        .map(DelimitedText::quoted)
                                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// Returns a table of Markdown. Names in several rows are joined: it knows one row of them.
    static String markdown(DataGrid grid) {
        var names =
                IntStream.range(0, grid.columns())
                        .mapToObj(column -> String.join(" / ", grid.namesOf(column)))
                        .toList();
        var sides = grid.right().stream().map(right -> right ? "--:" : ":--").toList();
        var lines = new ArrayList<List<String>>();
        lines.add(names);
        lines.add(sides);
        lines.addAll(grid.body());
        return lines.stream()
                .map(
                        row ->
                                row.stream()
                                        .map(value -> value.replace("|", "\\|"))
                                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static List<List<String>> rows(DataGrid grid) {
        var rows = new ArrayList<List<String>>();
        for (var row : grid.head()) {
            var names = new String[grid.columns()];
            Arrays.fill(names, "");
            row.forEach(cell -> names[cell.column()] = cell.text());
            rows.add(List.of(names));
        }
        for (int row = 0; row < grid.body().size(); row++) {
            int at = row;
            rows.add(
                    IntStream.range(0, grid.columns())
                            .mapToObj(column -> grid.shownAt(at, column))
                            .toList());
        }
        return rows;
    }

    private static String quoted(String value) {
        boolean isPlain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
