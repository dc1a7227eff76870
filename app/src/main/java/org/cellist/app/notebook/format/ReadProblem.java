package org.cellist.app.notebook.format;

/// Why a file's bytes are no notebook, or one that may only be looked at. Immutable.
///
/// @param offset where in the file, in bytes; -1 when it is no one place
/// @param detail a path such as `cells[3].source`, a version, a name; empty when there is none
public record ReadProblem(Kind kind, long offset, String detail) {

    /// What is wrong.
    public enum Kind {
        EMPTY_FILE,
        /// Begins like a web page.
        HTML,
        /// Holds a merge tool's conflict markers.
        MERGE_MARKERS,
        NOT_JSON,
        /// JSON that ends too early.
        TRUNCATED,
        /// A second text after the notebook.
        TRAILING_TEXT,
        /// JSON, but not an object with `nbformat` and `cells`.
        NOT_A_NOTEBOOK,
        /// A value of a type that its place does not allow; the detail is its path.
        WRONG_TYPE,
        /// nbformat 5 or later, or 1; the detail is the version.
        UNSUPPORTED_VERSION,
        INVALID_UTF8,
        /// A text that is not in Unicode; the detail names its encoding.
        OTHER_ENCODING,
        UTF16,
        TOO_DEEP,
        /// The file, a string, a name or the number of cells exceeds a limit; the detail says
        /// which.
        TOO_LARGE,
        /// An object has two members of one name. Saving would have to drop one.
        DUPLICATE_NAME
    }

    static ReadProblem of(Kind kind) {
        return new ReadProblem(kind, -1, "");
    }

    static ReadProblem at(Kind kind, long offset) {
        return new ReadProblem(kind, offset, "");
    }
}
