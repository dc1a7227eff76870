package org.cellist.app.ui.notebook.layout;

import org.jspecify.annotations.Nullable;

/// What a command has to say at the lower edge of a page. Immutable.
///
/// @param line to type elsewhere; null for none
/// @param staysOpen whether it stays until it is closed or another takes its place
public record PageNote(String text, @Nullable String line, boolean staysOpen) {

    /// Goes by itself.
    public static PageNote passing(String text) {
        return new PageNote(text, null, false);
    }

    static PageNote lasting(String text) {
        return new PageNote(text, null, true);
    }
}
