package org.cellist.app.notebook.format;

/// A departure from nbformat found while reading, and kept. Immutable.
///
/// @param cell the cell's position, or -1 for the notebook itself
public record Quirk(Kind kind, int cell) {

    /// What departs.
    public enum Kind {
        /// `nbformat_minor` is absent; 0 is taken.
        NO_MINOR_VERSION,
        /// A minor version newer than this program knows.
        NEWER_MINOR_VERSION,
        NO_METADATA,
        NO_SOURCE,
        NO_OUTPUTS,
        /// nbformat 4.5 asks for an `id`.
        NO_CELL_ID,
        /// Another cell before has the same `id`.
        DUPLICATE_CELL_ID,
        /// The `id` is no string of 1–64 letters, digits, `-` and `_`.
        INVALID_CELL_ID,
        /// A `cell_type` other than code, markdown and raw.
        UNKNOWN_CELL_TYPE,
        /// A member is of a type that its place does not allow; it is kept, and shown as if
        /// absent.
        WRONG_TYPE,
        /// An output of an unknown type or of a shape that cannot be shown.
        UNKNOWN_OUTPUT
    }
}
