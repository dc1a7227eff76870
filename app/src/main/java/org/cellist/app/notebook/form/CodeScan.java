package org.cellist.app.notebook.form;

/// What a piece of one line of Python is made of: code, and perhaps a comment behind it. Immutable.
///
/// @param comment where the comment begins, or -1
/// @param isWhole whether the code is one expression as far as brackets, strings and semicolons
///     show, and no comment follows
record CodeScan(int comment, boolean isWhole) {

    /// Looks at the characters from `from` on, up to `to`.
    static CodeScan of(String text, int from, int to) {
        int depth = 0;
        boolean isSound = true;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '#') {
                return new CodeScan(i, false);
            }
            if (isQuote(c)) {
                int end = stringEnd(text, i, to);
                isSound &= end > 0;
                i = end > 0 ? end : to;
                continue;
            }
            depth += depthOf(c);
            isSound &= depth >= 0 && c != ';' && c != '\\';
            i++;
        }
        return new CodeScan(-1, isSound && depth == 0);
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static int depthOf(char c) {
        return switch (c) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /// Returns where the string ends that begins with the quote at `start`, or -1 when it does not
    /// end in its line, or before `to`.
    static int stringEnd(String text, int start, int to) {
        var quotes = quotes(text, start);
        boolean isLong = quotes.length() > 1;
        int i = start + quotes.length();
        while (i < to) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (text.startsWith(quotes, i)) {
                int end = i + quotes.length();
                return end <= to ? end : -1;
            } else if (!isLong && isLineEnd(c)) {
                return -1;
            } else {
                i++;
            }
        }
        return -1;
    }

    /// Returns the quotes with which a string begins: one, or three alike.
    static String quotes(String text, int start) {
        var one = text.substring(start, start + 1);
        return text.startsWith(one.repeat(3), start) ? one.repeat(3) : one;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /// Whether Python passes over it between two words.
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    static String trimmed(String text) {
        int start = afterSpace(text, 0, text.length());
        return text.substring(start, beforeSpace(text, start, text.length()));
    }

    /// Returns the first place from `from` on that is no space, at most `to`.
    static int afterSpace(String text, int from, int to) {
        int i = from;
        while (i < to && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Returns the place behind the last character before `to` that is no space, at least `from`.
    static int beforeSpace(String text, int from, int to) {
        int i = to;
        while (i > from && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
