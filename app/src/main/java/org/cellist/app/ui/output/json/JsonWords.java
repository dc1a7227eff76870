package org.cellist.app.ui.output.json;

import org.cellist.kernel.protocol.json.RawJson;

/// How a value is written in its row. Immutable.
///
/// @param styleClass what it is: `json-string`, `json-number`, `json-word`, `json-quiet`
record JsonWords(String text, String styleClass) {

    /// A longer string is cut; copying gives all of it.
    private static final int LONGEST = 300;

    /// A larger value is not counted: that would read all of it.
    private static final int COUNTED_BYTES = 64 * 1024;

    static JsonWords of(JsonItem item) {
        var value = item.value();
        if (value == null) {
            return new JsonWords("", "json-quiet");
        }
        return switch (value.firstByte()) {
            case '{' -> container(item, value, "{", "}");
            case '[' -> container(item, value, "[", "]");
            case '"' -> new JsonWords(quoted(value), "json-string");
            case 't', 'f', 'n' -> new JsonWords(value.toString(), "json-word");
            default -> new JsonWords(shortened(value.toString()), "json-number");
        };
    }

    private static JsonWords container(JsonItem item, RawJson value, String open, String close) {
        boolean isEmpty = value.sizeBytes() == 2;
        boolean isCounted = item.isOpen() || value.sizeBytes() <= COUNTED_BYTES;
        var inside = isEmpty ? "" : isCounted ? Integer.toString(count(item)) : "…";
        return new JsonWords(open + inside + close, "json-quiet");
    }

    private static int count(JsonItem item) {
        var children = item.children();
        if (children.isEmpty() || children.getFirst().value() != null) {
            return children.size();
        }
        return children.stream().mapToInt(stretch -> stretch.children().size()).sum();
    }

    private static String quoted(RawJson value) {
        var text = value.joinedText().orElse("");
        var line = text.replace("\n", "⏎").replace("\t", "⇥");
        return '"' + shortened(line) + '"';
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
