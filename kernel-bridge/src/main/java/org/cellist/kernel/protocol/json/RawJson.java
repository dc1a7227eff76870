package org.cellist.kernel.protocol.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// One JSON value as the bytes in which it came, decoded when asked.
///
/// A slice of a larger array is shared, not copied, so a 50 MB notebook stays one array. Two
/// values are equal when their bytes are.
///
/// Immutable.
public final class RawJson {

    /// `{}`.
    public static final RawJson EMPTY_OBJECT = ofChecked("{}");

    private final byte[] bytes;
    private final int from;
    private final int to;

    /// Takes a slice that holds exactly one well-formed value, without white space around it. The
    /// array must not change any more.
    RawJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Checks and keeps the bytes of one value; white space around it is left out.
    ///
    /// @throws JsonSyntaxException if they are not exactly one JSON value in UTF-8, or one deeper
    ///     than a notebook can take in
    public static RawJson parse(byte[] json) throws JsonSyntaxException {
        int invalid = Utf8.firstInvalid(json, 0, json.length);
        if (invalid >= 0) {
            throw new JsonSyntaxException(JsonSyntaxException.Problem.UNEXPECTED, invalid);
        }
        var cursor = new JsonCursor(json, 0, json.length, JsonCursor.MAX_PART_DEPTH);
        var value = cursor.value();
        cursor.finish();
        return value;
    }

    /// Returns the text as a JSON string.
    public static RawJson ofString(String text) {
        var json = new StringBuilder(text.length() + 2);
        JsonStrings.appendQuoted(json, text, false);
        return ofChecked(json.toString());
    }

    /// Returns the value in its shortest form.
    public static RawJson of(JsonValue value) {
        return ofChecked(JsonText.compact(value));
    }

    private static RawJson ofChecked(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return new RawJson(bytes, 0, bytes.length);
    }

    /// Returns how many bytes the value takes as it stands.
    public int sizeBytes() {
        return to - from;
    }

    /// Returns the first byte, which tells the kind of the value: `{`, `[`, `"`, `t`, `f`, `n`,
    /// or the start of a number.
    public byte firstByte() {
        return bytes[from];
    }

    public boolean isString() {
        return bytes[from] == '"';
    }

    public boolean isObject() {
        return bytes[from] == '{';
    }

    public boolean isArray() {
        return bytes[from] == '[';
    }

    /// Returns the bytes as a read-only view.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, from, to - from).asReadOnlyBuffer();
    }

    /// Returns how often a word stands in the value as it is written, without decoding anything.
    ///
    /// @param ascii the word, in the value's own escapes
    /// @param most where counting ends
    /// @param withinBytes how much of the value is looked at
    public int count(String ascii, int most, int withinBytes) {
        int end = Math.min(to, from + withinBytes) - ascii.length();
        int found = 0;
        for (int at = from; at <= end && found < most; at++) {
            if (startsWith(ascii, at)) {
                found++;
            }
        }
        return found;
    }

    private boolean startsWith(String ascii, int at) {
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, from, to - from);
    }

    /// Returns a cursor before this value.
    public JsonCursor cursor() {
        return new JsonCursor(bytes, from, to);
    }

    /// Returns the text of a string, or of a list of strings joined; empty for any other value.
    public Optional<String> joinedText() {
        if (isString()) {
            return Optional.of(checked(JsonCursor::string));
        }
        return isArray() ? checked(RawJson::joined) : Optional.empty();
    }

    private static Optional<String> joined(JsonCursor cursor) throws JsonSyntaxException {
        var text = new StringBuilder();
        cursor.enter('[');
        for (boolean first = true; cursor.next(']', first); first = false) {
            if (cursor.peek() != '"') {
                return Optional.empty();
            }
            text.append(cursor.string());
        }
        return Optional.of(text.toString());
    }

    /// Returns the value taken apart.
    public JsonValue value() {
        return checked(RawJson::tree);
    }

    /// Returns the value taken apart if it is an object, else an empty one.
    public JsonObject object() {
        return isObject() && value() instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    private static JsonValue tree(JsonCursor cursor) throws JsonSyntaxException {
        return switch (cursor.peek()) {
            case '{' -> objectTree(cursor);
            case '[' -> arrayTree(cursor);
            case '"' -> new JsonString(cursor.string());
            default -> scalar(cursor.value().toString());
        };
    }

    private static JsonObject objectTree(JsonCursor cursor) throws JsonSyntaxException {
        var members = new LinkedHashMap<String, JsonValue>();
        cursor.enter('{');
        for (boolean first = true; cursor.next('}', first); first = false) {
            members.put(cursor.name(), tree(cursor));
        }
        return new JsonObject(members);
    }

    private static JsonArray arrayTree(JsonCursor cursor) throws JsonSyntaxException {
        var items = new ArrayList<JsonValue>();
        cursor.enter('[');
        for (boolean first = true; cursor.next(']', first); first = false) {
            items.add(tree(cursor));
        }
        return new JsonArray(items);
    }

    private static JsonValue scalar(String lexeme) {
        return switch (lexeme) {
            case "true" -> new JsonBoolean(true);
            case "false" -> new JsonBoolean(false);
            case "null" -> new JsonNull();
            default -> new JsonNumber(lexeme);
        };
    }

    private interface Reading<T> {
        T from(JsonCursor cursor) throws JsonSyntaxException;
    }

    private <T> T checked(Reading<T> reading) {
        try {
            return reading.from(cursor());
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a checked value is not well-formed", e);
        }
    }

    /// Returns the JSON text.
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson raw
                && Arrays.equals(bytes, from, to, raw.bytes, raw.from, raw.to);
    }

    @Override
    public int hashCode() {
        int hash = to - from;
        for (int i = from; i < Math.min(to, from + 64); i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }
}
