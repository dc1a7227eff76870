package org.cellist.kernel.protocol.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value taken apart. Numbers keep their text. Immutable.
public sealed interface JsonValue {

    /// An object; members keep their order. A duplicate name keeps the last value.
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {

        /// `{}`.
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /// Returns the member of that name, or null.
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }

        /// Returns the member's text if it is a string, else null.
        public @Nullable String string(String name) {
            return get(name) instanceof JsonString(var text) ? text : null;
        }

        /// Returns the member if it is an object, else an empty one.
        public JsonObject object(String name) {
            return get(name) instanceof JsonObject object ? object : EMPTY;
        }

        /// Returns whether another object has the same members in the same order, at every depth.
        public boolean isSameInOrder(JsonObject other) {
            return equals(other) && JsonText.compact(this).equals(JsonText.compact(other));
        }

        /// Returns this object with one member set; a new name goes last.
        public JsonObject with(String name, JsonValue value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new JsonObject(changed);
        }

        /// Returns this object without that member.
        public JsonObject without(String name) {
            var changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new JsonObject(changed);
        }
    }

    /// A list.
    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /// A string, decoded. May hold a lone surrogate when the text escaped one.
    record JsonString(String text) implements JsonValue {}

    /// A number, or Python's `NaN`, `Infinity`, `-Infinity`, as it was written.
    record JsonNumber(String lexeme) implements JsonValue {

        public static JsonNumber of(long value) {
            return new JsonNumber(Long.toString(value));
        }
    }

    /// `true` or `false`.
    record JsonBoolean(boolean value) implements JsonValue {}

    /// `null`.
    record JsonNull() implements JsonValue {}
}
