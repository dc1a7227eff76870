package org.cellist.kernel.protocol.json;

/// Says where and why bytes are not JSON. Immutable.
public final class JsonSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    /// What is wrong.
    public enum Problem {
        /// The text ends before its value does.
        TRUNCATED,
        /// A character that cannot stand here.
        UNEXPECTED,
        /// A character below U+0020 inside a string.
        CONTROL_CHARACTER,
        /// A backslash with something that is no escape.
        BAD_ESCAPE,
        BAD_NUMBER,
        /// More text after the value.
        TRAILING,
        /// Deeper than [JsonCursor#MAX_DEPTH].
        TOO_DEEP,
        /// A member's name longer than [JsonCursor#MAX_NAME_BYTES].
        NAME_TOO_LONG,
        /// A string longer than [JsonCursor#MAX_STRING_BYTES].
        STRING_TOO_LONG
    }

    private final Problem problem;
    private final int offset;

    JsonSyntaxException(Problem problem, int offset) {
        super(problem + " at byte " + offset);
        this.problem = problem;
        this.offset = offset;
    }

    public Problem problem() {
        return problem;
    }

    /// Returns where in the array, in bytes.
    public int offset() {
        return offset;
    }
}
