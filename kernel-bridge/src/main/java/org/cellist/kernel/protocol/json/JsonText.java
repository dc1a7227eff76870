package org.cellist.kernel.protocol.json;

import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// JSON values as text. Immutable.
public final class JsonText {

    private JsonText() {}

    /// Returns the value without any white space, in UTF-8's characters.
    public static String compact(JsonValue value) {
        var json = new StringBuilder();
        append(json, value);
        return json.toString();
    }

    private static void append(StringBuilder json, JsonValue value) {
        switch (value) {
            case JsonObject(var members) -> {
                json.append('{');
                var separator = "";
                for (var member : members.entrySet()) {
                    json.append(separator);
                    JsonStrings.appendQuoted(json, member.getKey(), false);
                    json.append(':');
                    append(json, member.getValue());
                    separator = ",";
                }
                json.append('}');
            }
            case JsonArray(var items) -> {
                json.append('[');
                var separator = "";
                for (var item : items) {
                    json.append(separator);
                    append(json, item);
                    separator = ",";
                }
                json.append(']');
            }
            case JsonString(var text) -> JsonStrings.appendQuoted(json, text, false);
            case JsonNumber(var lexeme) -> json.append(lexeme);
            case JsonBoolean(var flag) -> json.append(flag);
            case JsonNull() -> json.append("null");
        }
    }
}
