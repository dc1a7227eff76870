package org.cellist.app.notebook.diff;

import java.util.List;

/// A text as its lines and back, without loss. Immutable.
///
/// A text that ends with a line end has an empty last line; the empty text has no line at all.
public final class TextLines {

    private TextLines() {}

    public static List<String> of(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    public static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
