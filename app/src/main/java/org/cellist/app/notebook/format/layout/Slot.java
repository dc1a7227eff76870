package org.cellist.app.notebook.format.layout;

import java.nio.charset.StandardCharsets;

/// Where a value stands in the file, in bytes. Immutable.
///
/// @param from the first byte; -1 when the value is absent
/// @param to the byte after the last
public record Slot(int from, int to) {

    public static final Slot ABSENT = new Slot(-1, -1);

    public boolean isPresent() {
        return from >= 0;
    }

    /// Returns a part of a file as text.
    public static String text(byte[] file, int from, int to) {
        return new String(file, from, to - from, StandardCharsets.UTF_8);
    }
}
