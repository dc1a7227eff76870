package org.cellist.app.notebook.diff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeMap;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// One representation of an output or attachment, whatever way its file writes it. Immutable.
///
/// @param text the text; of a picture its base64 without white space; of any other value its
///     shortest JSON
record Representation(Kind kind, String text) {

    /// How it is compared.
    enum Kind {
        /// By line and word.
        TEXT,
        /// As a whole.
        PICTURE,
        /// By word when it is short, else as a whole.
        VALUE
    }

    private static final int BASE64_CHARACTERS = 4;
    private static final int BASE64_BYTES = 3;

    static Representation of(String mimeType, RawJson raw) {
        var text = raw.joinedText();
        if (text.isEmpty() || isJson(mimeType)) {
            return new Representation(Kind.VALUE, sorted(raw));
        }
        return isPicture(mimeType)
                ? new Representation(Kind.PICTURE, text.get().replaceAll("\\s", ""))
                : new Representation(Kind.TEXT, text.get());
    }

    static Representation ofText(String text) {
        return new Representation(Kind.TEXT, text);
    }

    static Representation ofValue(RawJson raw) {
        return new Representation(Kind.VALUE, sorted(raw));
    }

    /// The order of an object's members says nothing.
    private static String sorted(RawJson raw) {
        return RawJson.of(sorted(raw.value())).toString();
    }

    private static JsonValue sorted(JsonValue value) {
        return switch (value) {
            case JsonObject(var members) -> {
                var sorted = new LinkedHashMap<String, JsonValue>();
                new TreeMap<>(members).forEach((name, each) -> sorted.put(name, sorted(each)));
                yield new JsonObject(sorted);
            }
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(Representation::sorted).toList());
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    private static boolean isJson(String mimeType) {
        var type = mimeType.toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }

    /// A drawing in SVG is a picture here too: nobody reads its numbers. Sound, video and PDF are
    /// as little to be read.
    private static boolean isPicture(String mimeType) {
        var type = mimeType.toLowerCase(Locale.ROOT);
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("application/pdf");
    }

    /// Returns about how many bytes it is.
    long sizeBytes(String mimeType) {
        boolean isBase64 = kind == Kind.PICTURE && !mimeType.contains("svg");
        return isBase64 ? (long) text.length() * BASE64_BYTES / BASE64_CHARACTERS : text.length();
    }
}
