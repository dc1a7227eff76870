package org.cellist.kernel.keeper;

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
/// as absent: the other side may be older or newer. Stateless.
final class Fields {

    private Fields() {}

    static JsonObject with(JsonObject object, String name, @Nullable String text) {
        return text == null ? object : object.with(name, new JsonString(text));
    }

    static JsonObject with(JsonObject object, String name, long number) {
        return object.with(name, JsonNumber.of(number));
    }

    static JsonObject with(JsonObject object, String name, boolean flag) {
        return object.with(name, new JsonBoolean(flag));
    }

    static JsonObject with(JsonObject object, String name, List<String> texts) {
        var items = texts.stream().<JsonValue>map(JsonString::new).toList();
        return object.with(name, new JsonArray(items));
    }

    static JsonObject with(JsonObject object, String name, Map<String, String> texts) {
        var members = new LinkedHashMap<String, JsonValue>();
        texts.forEach((key, value) -> members.put(key, new JsonString(value)));
        return object.with(name, new JsonObject(members));
    }

    static String text(JsonObject object, String name) {
        var text = object.string(name);
        return text == null ? "" : text;
    }

    static long number(JsonObject object, String name, long otherwise) {
        try {
            return object.get(name) instanceof JsonNumber(var lexeme)
                    ? Long.parseLong(lexeme)
                    : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    static boolean flag(JsonObject object, String name) {
        return object.get(name) instanceof JsonBoolean(var value) && value;
    }

    static List<String> texts(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonString.class::isInstance)
                .map(item -> ((JsonString) item).text())
                .toList();
    }

    static List<JsonObject> objects(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonValue> items(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray(var items) ? items : List.of();
    }

    static Map<String, String> textMap(JsonObject object, String name) {
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
