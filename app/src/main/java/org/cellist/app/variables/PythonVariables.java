package org.cellist.app.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// How IPython is asked for the variables of its session, and how its answer is read.
///
/// Immutable.
public final class PythonVariables {

    /// More than anybody looks through.
    static final int MOST = 2000;

    /// How long the kernel may take, in seconds: meanwhile it runs no cell.
    private static final double SECONDS = 0.5;

    private PythonVariables() {}

    /// Returns the expression whose value is the list.
    public static String expression() {
        return PythonCode.calling(
                "variables.py", "cellist_variables(" + MOST + ", " + SECONDS + ")");
    }

    /// Reads the value; empty when it is no such list.
    public static Optional<VariableList> read(JsonValue value) {
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

    private static Variable variable(JsonObject item) {
        return new Variable(
                text(item, "name"),
                text(item, "type"),
                text(item, "library"),
                shape(item.get("shape")),
                item.string("dtype"),
                number(item.get("bytes"), -1),
                item.string("device"),
                item.string("preview"));
    }

    private static String text(JsonObject item, String name) {
        var text = item.string(name);
        return text == null ? "" : text;
    }

    private static List<Long> shape(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items)
                ? items.stream().map(each -> number(each, -1)).toList()
                : List.of();
    }

    private static long number(@Nullable JsonValue value, long otherwise) {
        if (!(value instanceof JsonNumber(var lexeme))) {
            return otherwise;
        }
        try {
            return Long.parseLong(lexeme);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
