package org.cellist.kernel.runtime.server;

import java.util.List;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// What is said over the WebSocket of a terminal elsewhere, as JSON. Immutable.
enum TerminalWire {

    /// Terminado's, which Jupyter servers speak: lists whose first item says what they are,
    /// `["stdin", text]` and `["set_size", rows, columns]` there, `["stdout", text]` and
    /// `["disconnect", 1]` back.
    TERMINADO {
        @Override
        JsonValue typed(String text) {
            return list(new JsonString("stdin"), new JsonString(text));
        }

        @Override
        JsonValue sized(TerminalSize size) {
            return list(
                    new JsonString("set_size"),
                    JsonNumber.of(size.rows()),
                    JsonNumber.of(size.columns()));
        }

        @Override
        Said read(JsonValue message) {
            if (!(message instanceof JsonArray(var items)) || items.isEmpty()) {
                return new Said.Nothing();
            }
            return switch (items.getFirst()) {
                case JsonString(var kind)
                        when kind.equals("stdout")
                                && items.size() > 1
                                && items.get(1) instanceof JsonString(var written) ->
                        new Said.Written(written);
                case JsonString(var kind) when kind.equals("disconnect") -> new Said.Over();
                default -> new Said.Nothing(); // "setup", and what newer servers say
            };
        }
    },

    /// That of a Colab machine: `{"data": text}` both ways, `{"cols": …, "rows": …}` there. Its
    /// multiplexer draws the screen anew for a new connection, and closes the last one in order.
    COLAB {
        @Override
        JsonValue typed(String text) {
            return JsonObject.EMPTY.with("data", new JsonString(text));
        }

        @Override
        JsonValue sized(TerminalSize size) {
            return JsonObject.EMPTY
                    .with("cols", JsonNumber.of(size.columns()))
                    .with("rows", JsonNumber.of(size.rows()));
        }

        @Override
        Said read(JsonValue message) {
            return message instanceof JsonObject object
                            && object.get("data") instanceof JsonString(var written)
                    ? new Said.Written(written)
                    : new Said.Nothing();
        }
    };

    /// What came. Immutable.
    sealed interface Said {

        record Written(String text) implements Said {}

        record Over() implements Said {}

        record Nothing() implements Said {}
    }

    /// Returns whether a new connection is told what was written before.
    boolean repeats() {
        return this == TERMINADO;
    }

    abstract JsonValue typed(String text);

    abstract JsonValue sized(TerminalSize size);

    abstract Said read(JsonValue message);

    private static JsonValue list(JsonValue... items) {
        return new JsonArray(List.of(items));
    }
}
