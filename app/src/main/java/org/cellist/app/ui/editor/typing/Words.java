package org.cellist.app.ui.editor.typing;

import java.util.regex.Pattern;

/// Where words begin and end, for Ctrl+arrow, Ctrl+Backspace and the double click.
///
/// A word is a run of letters of any script, digits, `_` and `$`, or a run of other signs.
///
/// Immutable.
public final class Words {

    /// Matches a word, a run of other signs, or of white space.
    public static final Pattern WORD =
            Pattern.compile("[\\w$]+|[^\\w\\s$]+|\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Words() {}

    /// Returns the start of the word before `offset`; line ends are stops.
    public static int before(String text, int offset) {
        int at = offset;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        if (at > 0 && at == offset && text.charAt(at - 1) == '\n') {
            at--;
        }
        if (at > 0 && text.charAt(at - 1) != '\n') {
            boolean word = isWord(text.codePointBefore(at));
            while (at > 0 && sameKind(text.codePointBefore(at), word)) {
                at -= Character.charCount(text.codePointBefore(at));
            }
        }
        return at;
    }

    /// Returns the start of the word after the one at `offset`; line ends are stops.
    public static int after(String text, int offset) {
        int at = offset;
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        } else if (at < text.length() && !isBlank(text.charAt(at))) {
            boolean word = isWord(text.codePointAt(at));
            while (at < text.length() && sameKind(text.codePointAt(at), word)) {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean sameKind(int c, boolean word) {
        return isWord(c) == word && !Character.isWhitespace(c);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '$'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isBlank(char c) {
        return c != '\n' && Character.isWhitespace(c);
    }
}
