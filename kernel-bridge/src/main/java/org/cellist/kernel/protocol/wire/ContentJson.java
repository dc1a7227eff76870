package org.cellist.kernel.protocol.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// The members of an object in a message, each raw until asked for. What is absent or of another
/// type reads as absent.
///
/// Immutable.
final class ContentJson {

    private static final Pattern SMALL = Pattern.compile("-?[0-9]{1,9}");

    private final Map<String, RawJson> members = new LinkedHashMap<>();

    /// @param content an object, or anything else for no members
    ContentJson(RawJson content) {
        if (!content.isObject()) {
            return;
        }
        try {
            var cursor = content.cursor();
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                members.put(cursor.name(), cursor.value());
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a checked value is not well-formed", e);
        }
    }

    Map<String, RawJson> members() {
        return members;
    }

    @Nullable String text(String name) {
        var value = members.get(name);
        return value != null && value.isString() ? value.joinedText().orElse(null) : null;
    }

    String textOr(String name, String absent) {
        var text = text(name);
        return text == null ? absent : text;
    }

    boolean flag(String name) {
        var value = members.get(name);
        return value != null && value.value() instanceof JsonBoolean(var flag) && flag;
    }

    @Nullable Integer integer(String name) {
        var value = members.get(name);
        return value == null ? null : integer(value.value());
    }

    /// Returns the number if it is a whole one of at most nine digits, else null.
    static @Nullable Integer integer(@Nullable JsonValue value) {
        return value instanceof JsonNumber(var lexeme) && SMALL.matcher(lexeme).matches()
                ? Integer.valueOf(lexeme)
                : null;
    }

    int integerOr(String name, int absent) {
        var number = integer(name);
        return number == null ? absent : number;
    }

    /// Returns the member as it stands, `{}` when it is absent.
    RawJson raw(String name) {
        return members.getOrDefault(name, RawJson.EMPTY_OBJECT);
    }

    JsonObject object(String name) {
        return raw(name).object();
    }

    /// Returns the strings of a list; other items are left out.
    List<String> texts(String name) {
        return items(name).stream()
                .filter(JsonString.class::isInstance)
                .map(item -> ((JsonString) item).text())
                .toList();
    }

    /// Returns the objects of a list; other items are left out.
    List<JsonObject> objects(String name) {
        return items(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /// Returns the items of a list.
    List<JsonValue> items(String name) {
        return raw(name).isArray() && raw(name).value() instanceof JsonArray(var items)
                ? items
                : List.of();
    }

    /// Returns `data` and `metadata` as a bundle, or null without `data`.
    @Nullable MimeBundle bundle() {
        var data = members.get("data");
        if (data == null || !data.isObject()) {
            return null;
        }
        var metadata = raw("metadata");
        return new MimeBundle(
                new ContentJson(data).members(),
                metadata.isObject() ? metadata : RawJson.EMPTY_OBJECT);
    }

    /// Returns `transient.display_id`.
    @Nullable DisplayId displayId() {
        var id = object("transient").string("display_id");
        return id == null ? null : new DisplayId(id);
    }
}
