package org.cellist.app.variables;

import java.util.Locale;

/// What of a table a variable is. Immutable.
public enum TableKind {
    /// It has no rows that can be looked at.
    NONE,
    /// Rows of numbers, which can be sorted only.
    ARRAY,
    /// Rows of named columns.
    FRAME,
    /// Rows of columns of one type.
    MATRIX,
    /// One column, which has the variable's name.
    VECTOR;

    /// Returns whether rows can be picked by a condition, and code written that does the same.
    public boolean isFiltered() {
        return switch (this) {
            case NONE, ARRAY -> false;
            case FRAME, MATRIX, VECTOR -> true;
        };
    }

    /// Returns what a script of ours calls so; [#NONE] for any other word.
    static TableKind of(String word) {
        for (var kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        return NONE;
    }
}
