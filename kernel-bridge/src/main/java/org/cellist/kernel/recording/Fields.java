package org.cellist.kernel.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// Members of JSON objects as Java's own values. What is missing, or of another type, is as good
/// as absent: the other side may be older or newer. Immutable.
public final class Fields {

    private Fields() {}

    /// Returns the object with a text; unchanged for null.
    public static JsonObject with(JsonObject object, String name, @Nullable String text) {
        return text == null ? object : object.with(name, new JsonString(text));
    }

    /// Returns the object with a number.
    public static JsonObject with(JsonObject object, String name, long number) {
        return object.with(name, JsonNumber.of(number));
    }

    /// Returns the object with a flag.
    public static JsonObject with(JsonObject object, String name, boolean flag) {
        return object.with(name, new JsonBoolean(flag));
    }

    /// Returns the object with a list of texts.
    public static JsonObject with(JsonObject object, String name, List<String> texts) {
        var items = texts.stream().<JsonValue>map(JsonString::new).toList();
        return object.with(name, new JsonArray(items));
    }

    /// Returns the object with an object of texts.
    public static JsonObject with(JsonObject object, String name, Map<String, String> texts) {
        var members = new LinkedHashMap<String, JsonValue>();
        texts.forEach((key, value) -> members.put(key, new JsonString(value)));
        return object.with(name, new JsonObject(members));
    }

    /// Returns a text; empty if there is none.
    public static String text(JsonObject object, String name) {
        var text = object.string(name);
        return text == null ? "" : text;
    }

    /// Returns a whole number; the other one if there is none.
    public static long number(JsonObject object, String name, long otherwise) {
        try {
            return object.get(name) instanceof JsonNumber(var lexeme)
                    ? Long.parseLong(lexeme)
                    : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /// Returns a flag; false if there is none.
    public static boolean flag(JsonObject object, String name) {
        return object.get(name) instanceof JsonBoolean(var value) && value;
    }

    /// Returns the texts of a list.
    public static List<String> texts(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonString.class::isInstance)
                .map(item -> ((JsonString) item).text())
                .toList();
    }

    /// Returns the objects of a list.
    public static List<JsonObject> objects(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonValue> items(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray(var items) ? items : List.of();
    }

    /// Returns the texts of an object by name.
    public static Map<String, String> textMap(JsonObject object, String name) {
        var texts = new LinkedHashMap<String, String>();
        object.object(name)
                .members()
                .forEach(
                        (key, value) -> {
                            if (value instanceof JsonString(var text)) {
                                texts.put(key, text);
                            }
                        });
        return texts;
    }
}
