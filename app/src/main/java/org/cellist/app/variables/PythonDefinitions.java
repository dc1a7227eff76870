package org.cellist.app.variables;

import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// How IPython is asked where something is defined, and how its answer is read.
///
/// Immutable.
public final class PythonDefinitions {

    private PythonDefinitions() {}

    /// Returns the question whose answer is the place.
    ///
    /// @param name with those before it, such as `np.linalg.norm`
    public static KernelQuestion question(String name) {
        return KernelQuestion.ofExpression(
                PythonCode.calling(
                        "definition.py", "cellist_definition(" + PythonCode.literal(name) + ")"));
    }

    /// Reads the value; empty when the kernel does not know.
    public static Optional<DefinedCode> read(JsonValue value) {
        if (!(value instanceof JsonObject place) || number(place, "line") < 1) {
            return Optional.empty();
        }
        var file = place.string("file");
        var text = place.string("text");
        return Optional.of(
                new DefinedCode(
                        file == null ? "" : file,
                        number(place, "line"),
                        number(place, "column"),
                        text == null ? "" : text));
    }

    private static int number(JsonObject place, String name) {
        return place.get(name) instanceof JsonNumber(var lexeme) && lexeme.matches("\\d{1,9}")
                ? Integer.parseInt(lexeme)
                : 0;
    }
}
