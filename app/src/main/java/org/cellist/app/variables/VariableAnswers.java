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

/// Reads what kernels answer, of whatever language they are.
///
/// Immutable.
public final class VariableAnswers {

    private VariableAnswers() {}

    /// Reads a list of variables; empty when it is no such list.
    public static Optional<VariableList> variables(JsonValue value) {
        if (!(value instanceof JsonObject reply)
                || !(reply.get("variables") instanceof JsonArray(var items))) {
            return Optional.empty();
        }
        var found = new ArrayList<Variable>();
        for (var item : items) {
            if (item instanceof JsonObject variable && variable.string("name") != null) {
                found.add(variable(variable));
            }
        }
        return Optional.of(new VariableList(found, (int) number(reply.get("left"), 0)));
    }

    /// Reads a part of a table; empty when it is no such part.
    public static Optional<TablePart> rows(JsonValue value) {
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
                        number(part.get("width"), 0),
                        number(part.get("height"), 0),
                        number(part.get("shown"), 0),
                        number(part.get("start"), 0),
                        rows));
    }

    private static Variable variable(JsonObject item) {
        return new Variable(
                word(item, "name"),
                word(item, "type"),
                word(item, "library"),
                shape(item.get("shape")),
                item.string("dtype"),
                number(item.get("bytes"), -1),
                item.string("device"),
                item.string("preview"),
                TableKind.of(word(item, "table")));
    }

    private static String word(JsonObject item, String name) {
        var text = item.string(name);
        return text == null ? "" : text;
    }

    private static List<Long> shape(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items)
                ? items.stream().map(each -> number(each, -1)).toList()
                : List.of();
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

    private static long number(@Nullable JsonValue value, long otherwise) {
        try {
            return value instanceof JsonNumber(var lexeme) ? Long.parseLong(lexeme) : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
