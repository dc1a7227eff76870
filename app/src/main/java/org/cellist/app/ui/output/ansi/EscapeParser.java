package org.cellist.app.ui.output.ansi;

/// Takes terminal text apart: printable stretches, control characters, control sequences.
///
/// A sequence may be cut anywhere between two pieces of text; the rest of it is awaited. Strings
/// that a terminal would act on (titles, links, pictures) are read over.
///
/// Confined to one thread.
final class EscapeParser {

    /// Longer parameters are no terminal's; the sequence is read to its end and dropped.
    private static final int LONGEST_PARAMETERS = 256;

    /// A string that has not ended by then was never one.
    private static final int LONGEST_STRING = 4096;

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';

    /// What becomes of the parts.
    interface Sink {

        /// Printable characters, never half a surrogate pair unless the text itself has it.
        void print(String text, int from, int to);

        /// `\n`, `\r`, `\b`, `\t`; others are dropped.
        void control(char c);

        /// A control sequence that is not a private one.
        void sequence(char function, Parameters parameters);

        /// A two-character escape, `7` or `8` for instance.
        void escape(char function);
    }

    private enum State {
        TEXT,
        ESCAPED,
        CHARSET,
        PARAMETERS,
        STRING,
        STRING_ESCAPED
    }

    private final Sink sink;
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.TEXT;
    private int stringLength;
    private String halfPair = "";

    EscapeParser(Sink sink) {
        this.sink = sink;
    }

    /// What the parser still waits for.
    record Pending(State state, String parameters, int stringLength, String halfPair) {}

    Pending pending() {
        return new Pending(state, parameters.toString(), stringLength, halfPair);
    }

    void resume(Pending pending) {
        state = pending.state;
        parameters.setLength(0);
        parameters.append(pending.parameters);
        stringLength = pending.stringLength;
        halfPair = pending.halfPair;
    }

    void feed(String piece) {
        var text = halfPair.isEmpty() ? piece : halfPair + piece;
        halfPair = "";
        int end = text.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
            halfPair = text.substring(end);
        }
        for (int at = 0; at < end; ) {
            at = state == State.TEXT ? text(text, at, end) : step(text.charAt(at), at);
        }
    }

    private int text(String text, int from, int end) {
        int at = from;
        while (at < end && isPrintable(text.charAt(at))) {
            at++;
        }
        if (at > from) {
            sink.print(text, from, at);
            return at;
        }
        char c = text.charAt(at);
        switch (c) {
            case ESCAPE -> state = State.ESCAPED;
            case '\u009b' -> beginParameters();
            case '\n', '\r', '\b', '\t' -> sink.control(c);
            case '\u000b', '\f' -> sink.control('\n');
            default -> {}
        }
        return at + 1;
    }

    private int step(char c, int at) {
        return switch (state) {
            case TEXT -> throw new IllegalStateException("text is not read by character");
            case ESCAPED -> {
                escaped(c);
                yield at + 1;
            }
            case CHARSET -> {
                state = State.TEXT;
                yield at + 1;
            }
            case PARAMETERS -> parameter(c) ? at + 1 : at;
            case STRING, STRING_ESCAPED -> string(c) ? at + 1 : at;
        };
    }

    private void escaped(char c) {
        switch (c) {
            case '[' -> beginParameters();
            case ']', 'P', 'X', '^', '_' -> {
                state = State.STRING;
                stringLength = 0;
            }
            case '(', ')', '*', '+', '#', '%', ' ' -> state = State.CHARSET;
            case ESCAPE -> {}
            default -> {
                state = State.TEXT;
                sink.escape(c);
            }
        }
    }

    private void beginParameters() {
        state = State.PARAMETERS;
        parameters.setLength(0);
    }

    /// Returns false when the character does not belong to the sequence, which it ends.
    private boolean parameter(char c) {
        if (c >= 0x20 && c <= 0x3f) {
            if (parameters.length() < LONGEST_PARAMETERS) {
                parameters.append(c);
            }
            return true;
        }
        state = State.TEXT;
        if (c < 0x40 || c > 0x7e) {
            return false;
        }
        if (parameters.length() < LONGEST_PARAMETERS && isPublic()) {
            sink.sequence(c, Parameters.of(parameters));
        }
        return true;
    }

    private boolean isPublic() {
        for (int i = 0; i < parameters.length(); i++) {
            char c = parameters.charAt(i);
            if (c > ';' || c < '0') {
                return false;
            }
        }
        return true;
    }

    /// Returns false when the character ends the string without belonging to it.
    private boolean string(char c) {
        boolean afterEscape = state == State.STRING_ESCAPED;
        state = State.STRING;
        stringLength++;
        if (c == '\n' || stringLength > LONGEST_STRING) {
            state = State.TEXT;
            return false;
        }
        if (c == BELL || c == '\u009c' || afterEscape) {
            state = State.TEXT;
        } else if (c == ESCAPE) {
            state = State.STRING_ESCAPED;
        }
        return true;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && (c < '\u007f' || c > '\u009f');
    }
}
