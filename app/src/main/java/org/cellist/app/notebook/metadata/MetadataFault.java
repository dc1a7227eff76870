package org.cellist.app.notebook.metadata;

/// Why a text cannot be metadata, and where. Immutable.
///
/// @param what it is about: a name, a path of names with dots, or a character; may be empty
/// @param line 1 for the first
/// @param column 1 before the first character
/// @param offset in UTF-16 units of the text
public record MetadataFault(Problem problem, String what, int line, int column, int offset) {

    /// What is wrong.
    public enum Problem {
        // ---- no JSON

        /// The text ends before its value does.
        TRUNCATED,
        /// A character that cannot stand there.
        UNEXPECTED,
        /// A bracket closes where a name or a value should stand.
        CLOSED_EARLY,
        /// A word or a single quotation mark where JSON wants double ones.
        UNQUOTED,
        /// A line end or another control character inside a string.
        CONTROL_CHARACTER,
        BAD_ESCAPE,
        BAD_NUMBER,
        /// More text after the value.
        TRAILING,
        TOO_DEEP,
        TOO_LONG,
        /// The same name twice in one object.
        DUPLICATE,
        /// Metadata are an object.
        NO_OBJECT,

        // ---- nothing that nbformat takes

        NOT_TEXT,
        EMPTY_TEXT,
        NOT_OBJECT,
        NOT_LIST,
        NOT_BOOLEAN,
        NOT_WHOLE,
        NOT_TEXT_OR_OBJECT,
        /// `scrolled` is neither a boolean nor `auto`.
        NOT_SCROLLED,
        /// `tags` is no list of strings.
        NOT_TAGS,
        EMPTY_TAG,
        TAG_WITH_COMMA,
        TAG_TWICE,
        /// A member that must be there is not.
        LACKING
    }
}
