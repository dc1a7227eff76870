package org.cellist.app.session.away;

import org.cellist.kernel.runtime.files.FileEntry;

/// What tells one state of a file from another: its size and when it was changed. Immutable.
///
/// @param modified as text; empty where it is not known
record Stamp(long size, String modified) {

    /// Of a file that is not there.
    static final Stamp NONE = new Stamp(-1, "");

    static Stamp of(FileEntry entry) {
        var modified = entry.modified();
        return new Stamp(entry.size(), modified == null ? "" : modified.toString());
    }
}
