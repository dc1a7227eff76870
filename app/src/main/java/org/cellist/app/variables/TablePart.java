package org.cellist.app.variables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some rows of a table. Immutable.
///
/// @param columns the names of the first columns
/// @param kinds what each of them holds, `int64`
/// @param width how many columns the table has
/// @param height how many rows it has
/// @param shown how many of them fit the condition
/// @param start the position of the first row here, in the wanted order
/// @param rows the rows
public record TablePart(
        List<String> columns,
        List<String> kinds,
        long width,
        long height,
        long shown,
        long start,
        List<Row> rows) {

    public TablePart {
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /// A row. Immutable.
    ///
    /// @param label its name in the table's index; null for a missing one
    /// @param cells the values as text, null for a missing one
    public record Row(@Nullable String label, List<@Nullable String> cells) {
        public Row {
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
        }
    }
}
