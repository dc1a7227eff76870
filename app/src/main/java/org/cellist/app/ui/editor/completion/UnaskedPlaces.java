package org.cellist.app.ui.editor.completion;

/// Where suggestions may come without being asked for: behind a dot that follows a value, and
/// behind two letters of a name. Not in a line for IPython or the shell, nor in a very long cell
/// or line.
///
/// Immutable.
final class UnaskedPlaces {

    /// A kernel reads the whole cell for each question.
    static final int LONGEST_CELL = 100_000;

    private static final int LEAST_LETTERS = 2;
    private static final String ENDS_VALUE = ")]}\"'";

    private UnaskedPlaces() {}

    static boolean allow(CharSequence code, int place) {
        int line = Identifiers.lineStart(code, place);
        if (code.length() > LONGEST_CELL || line < 0 || isForIpython(code, line, place)) {
            return false;
        }
        if (Identifiers.before(code, place) == '.') {
            return Identifiers.isNameBefore(code, place - 1)
                    || ENDS_VALUE.indexOf(Identifiers.before(code, place - 1)) >= 0;
        }
        int start = Identifiers.startBefore(code, place);
        return Identifiers.isNameBefore(code, place)
                && Character.codePointCount(code, start, place) >= LEAST_LETTERS;
    }

    private static boolean isForIpython(CharSequence code, int lineStart, int place) {
        int at = lineStart;
        while (at < place && (code.charAt(at) == ' ' || code.charAt(at) == '\t')) {
            at++;
        }
        return at < place && (code.charAt(at) == '%' || code.charAt(at) == '!');
    }
}
