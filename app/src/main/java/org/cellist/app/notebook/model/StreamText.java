package org.cellist.app.notebook.model;

import java.util.List;

/// The text of a stream output, in the chunks in which it came.
///
/// Immutable.
public final class StreamText {

    private final List<String> chunks;

    private StreamText(List<String> chunks) {
        this.chunks = List.copyOf(chunks);
    }

    public static StreamText of(String text) {
        return new StreamText(List.of(text));
    }

    /// Returns the chunks in order.
    public List<String> chunks() {
        return chunks;
    }

    /// Returns the whole text.
    public String text() {
        return String.join("", chunks);
    }
}
