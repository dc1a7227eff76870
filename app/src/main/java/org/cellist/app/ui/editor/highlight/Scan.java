package org.cellist.app.ui.editor.highlight;

/// Finds the ends of words, numbers, strings and lines, for the lexers. Immutable.
final class Scan {

    private Scan() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean startsWord(char c) {
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    static boolean inWord(char c) {
        return startsWord(c) || Character.isDigit(c);
    }

    static int wordEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit && inWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Returns the end of a number that begins with a digit: `12`, `1_000.5e-3`, `0xFF`, `3im`.
    static int numberEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit) {
            char c = text.charAt(end);
            boolean afterExponent =
                    end > start + 1
                            && (c == '+' || c == '-')
                            && Character.toLowerCase(text.charAt(end - 1)) == 'e'
                            && Character.toLowerCase(text.charAt(start + 1)) != 'x';
            boolean point =
                    c == '.' && !(end + 1 < text.length() && !isDigit(text.charAt(end + 1)));
            if (!Character.isLetterOrDigit(c) && c != '_' && !point && !afterExponent) {
                break;
            }
            end++;
        }
        return end;
    }

    /// Returns the offset after the string that begins with its quote at `start`, or -1 when it
    /// does not end before `limit`.
    static int stringEnd(String text, int start, int limit) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Returns the offset of the line end at or after `start`, or the text's length.
    static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
