package org.cellist.app.ui.editor.typing;

/// What indentation is made of. Immutable.
final class Lines {

    /// One step of indentation, in columns.
    static final int STEP = 4;

    static final String STEP_SPACES = " ".repeat(STEP);

    private Lines() {}

    /// Returns the spaces and tabs that a line begins with.
    static String indentOf(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    /// Returns a line without one step of indentation, as far as it has one.
    static String outdented(String line) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        int spaces = 0;
        while (spaces < STEP && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }
}
