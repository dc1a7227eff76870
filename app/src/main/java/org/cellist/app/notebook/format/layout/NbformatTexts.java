package org.cellist.app.notebook.format.layout;

import java.util.Set;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Which texts nbformat 4 keeps as lists of lines (`nbformat/v4/rwbase.py`, `split_lines`).
///
/// Immutable.
public final class NbformatTexts {

    private static final Set<String> SPLIT_BESIDES_TEXT =
            Set.of("application/javascript", "image/svg+xml");

    private NbformatTexts() {}

    /// Returns whether a representation of that MIME type is split when it is a string.
    public static boolean isSplit(String mimeType) {
        return mimeType.startsWith("text/") || SPLIT_BESIDES_TEXT.contains(mimeType);
    }

    /// Returns the text's lines with their ends.
    public static JsonArray lines(String text) {
        return new JsonArray(
                PythonLines.of(text).stream().<JsonValue>map(JsonString::new).toList());
    }
}
