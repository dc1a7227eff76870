package org.cellist.app.notebook.find;

/// Why a search ended before its end. Immutable.
public enum SearchEnd {
    /// Nobody wants it any more.
    CANCELLED,
    /// The pattern takes too long on some text, or too much memory.
    TOO_HARD
}
