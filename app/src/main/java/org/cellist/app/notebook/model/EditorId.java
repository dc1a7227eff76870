package org.cellist.app.notebook.model;

import java.util.concurrent.atomic.AtomicLong;

/// Names the editor an edit came from, so that it can ignore the echo. Immutable.
public record EditorId(long value) {

    private static final AtomicLong LAST = new AtomicLong();

    /// Returns the name of an editor that is new.
    public static EditorId next() {
        return new EditorId(LAST.incrementAndGet());
    }
}
