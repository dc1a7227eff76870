package org.cellist.app.notebook.ipython;

/// Finds where statements of Python end, over strings, comments and brackets. Immutable.
public final class PythonScan {

    private PythonScan() {}

    /// Returns the offset of the line end that ends the statement at `start`, or the text's
    /// length.
    static int statementEnd(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                case '"', '\'' -> at = stringEnd(text, at) - 1;
                case '#' -> at = lineEnd(text, at) - 1;
                case '\\' -> at++;
                case '\n' -> {
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {}
            }
            at++;
        }
        return text.length();
    }

    /// Returns the offset after the string whose quote stands at `start`; one of a single quote
    /// ends with its line.
    public static int stringEnd(String text, int start) {
        var triple = text.substring(start, start + 1).repeat(3);
        if (text.startsWith(triple, start)) {
            for (int i = start + 3; i < text.length(); i++) {
                if (text.charAt(i) == '\\') {
                    i++;
                } else if (text.startsWith(triple, i)) {
                    return i + 3;
                }
            }
            return text.length();
        }
        int limit = lineEnd(text, start);
        for (int i = start + 1; i < limit; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(start)) {
                return i + 1;
            }
        }
        return limit;
    }

    /// Returns the offset of the line end at or after `start`, or the text's length.
    static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
