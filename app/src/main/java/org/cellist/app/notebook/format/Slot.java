package org.cellist.app.notebook.format;

/// Where a value stands in the file, in bytes. Immutable.
///
/// @param from the first byte; -1 when the value is absent
/// @param to the byte after the last
record Slot(int from, int to) {

    static final Slot ABSENT = new Slot(-1, -1);

    boolean isPresent() {
        return from >= 0;
    }
}
