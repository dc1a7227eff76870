package org.cellist.app.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.app.variables.TablePart.Row;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// How IPython is asked for a part of a table, and how its answer is read.
///
/// Immutable.
public final class PythonTables {

    /// More columns than anybody reads; the rest is counted.
    public static final int MOST_COLUMNS = 200;

    private PythonTables() {}

    /// Returns the expression whose value is the part.
    ///
    /// @param name the variable's
    /// @param moment another number after each run, when the rows may be others
    /// @param start the first row, in that order
    /// @param count how many rows
    public static String expression(
            String name, long moment, TableOrder order, long start, int count) {
        var arguments =
                List.of(
                        PythonCode.literal(name),
                        Long.toString(moment),
                        order.sort() < 0 ? "None" : Integer.toString(order.sort()),
                        order.ascending() ? "True" : "False",
                        PythonCode.literal(order.where()),
                        Long.toString(start),
                        Integer.toString(count),
                        Integer.toString(MOST_COLUMNS));
        return PythonCode.calling(
                "tables.py", "cellist_table(" + String.join(", ", arguments) + ")");
    }

    /// Reads the value; empty when it is no such part.
    public static Optional<TablePart> read(JsonValue value) {
        if (!(value instanceof JsonObject part)
                || !(part.get("cells") instanceof JsonArray(var cells))
                || !(part.get("labels") instanceof JsonArray(var labels))
                || cells.size() != labels.size()) {
            return Optional.empty();
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < cells.size(); i++) {
            rows.add(new Row(text(labels.get(i)), texts(cells.get(i))));
        }
        return Optional.of(
                new TablePart(
                        names(part.get("columns")),
                        names(part.get("kinds")),
                        number(part.get("width")),
                        number(part.get("height")),
                        number(part.get("shown")),
                        number(part.get("start")),
                        rows));
    }

    private static List<String> names(@Nullable JsonValue value) {
        return texts(value).stream().map(text -> text == null ? "" : text).toList();
    }

    private static List<@Nullable String> texts(@Nullable JsonValue value) {
        var texts = new ArrayList<@Nullable String>();
        if (value instanceof JsonArray(var items)) {
            items.forEach(item -> texts.add(text(item)));
        }
        return texts;
    }

    private static @Nullable String text(JsonValue value) {
        return value instanceof JsonString(var text) ? text : null;
    }

    private static long number(@Nullable JsonValue value) {
        try {
            return value instanceof JsonNumber(var lexeme) ? Long.parseLong(lexeme) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
