package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A grid as text with a line for each row. Immutable.
public final class DelimitedText {

    private DelimitedText() {}

    /// Returns the values with tabs between them, as spreadsheets take them.
    public static String tabs(DataGrid grid) {
        return rows(grid).stream()
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n"));
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

    private static List<List<String>> rows(DataGrid grid) {
        var rows = new ArrayList<List<String>>();
        for (var row : grid.head()) {
            var names = new String[grid.columns()];
            Arrays.fill(names, "");
            row.forEach(cell -> names[cell.column()] = cell.text());
            rows.add(List.of(names));
        }
        rows.addAll(grid.body());
        return rows;
    }

    private static String quoted(String value) {
        boolean isPlain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
