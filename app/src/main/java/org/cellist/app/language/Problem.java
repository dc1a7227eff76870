package org.cellist.app.language;

import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Something in a cell's source that a language server finds wrong. Immutable.
///
/// @param start of its range, in UTF-16 units of the source
/// @param end of its range, after `start`; equal to it in an empty source only
/// @param message in the server's words
/// @param code the rule's name; null if the server gives none
public record Problem(
        CellId cell, int start, int end, Severity severity, String message, @Nullable String code) {

    /// How bad it is, the worst first.
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION
    }

    /// Returns the same problem where the text stands after a change; null when the change touched
    /// it.
    @Nullable Problem after(int offset, int removedLength, int insertedLength) {
        if (end <= offset) {
            return this;
        }
        if (start >= offset + removedLength) {
            int moved = insertedLength - removedLength;
            return new Problem(cell, start + moved, end + moved, severity, message, code);
        }
        return null;
    }
}
