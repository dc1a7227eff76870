package org.cellist.app.notebook.merge;

/// One of the two edits that are merged. Immutable.
public enum Side {
    LOCAL("local"),
    REMOTE("remote");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /// The word that stands in conflict markers.
    String word() {
        return word;
    }

    /// Returns the other one.
    public Side other() {
        return this == LOCAL ? REMOTE : LOCAL;
    }
}
