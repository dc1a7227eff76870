package org.cellist.app.ui.editor.completion;

/// Names in code, as far as letters tell: of any script, with digits and `_`.
///
/// Looks at no more units than a person would ever type as one name, however long a line is.
///
/// Immutable.
public final class Identifiers {

    private static final int LONGEST = 200;
    private static final int LONGEST_LINE = 2000;

    private Identifiers() {}

    static boolean isPart(int codePoint) {
        return Character.isUnicodeIdentifierPart(codePoint)
                && !Character.isIdentifierIgnorable(codePoint);
    }

    /// Returns whether a text consists of such letters, at least one.
    static boolean isAll(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Identifiers::isPart);
    }

    /// Returns where the name begins that ends at a place; the place itself if none does.
    public static int startBefore(CharSequence code, int place) {
        int least = Math.max(0, place - LONGEST);
        int start = place;
        while (start > least) {
            int before = Character.codePointBefore(code, start);
            if (!isPart(before)) {
                return start;
            }
            start -= Character.charCount(before);
        }
        return start;
    }

    /// Returns whether what ends at a place is a name, and no number.
    static boolean isNameBefore(CharSequence code, int place) {
        int start = startBefore(code, place);
        return start < place && !Character.isDigit(Character.codePointAt(code, start));
    }

    /// Returns the place after the name that goes on at a place.
    public static int endAfter(CharSequence code, int place) {
        int most = Math.min(code.length(), place + LONGEST);
        int end = place;
        while (end < most && isPart(Character.codePointAt(code, end))) {
            end += Character.charCount(Character.codePointAt(code, end));
        }
        return Math.min(end, code.length());
    }

    /// Returns the unit before a place; a line end before the code.
    static char before(CharSequence code, int place) {
        return place <= 0 || place > code.length() ? '\n' : code.charAt(place - 1);
    }

    /// Returns where the line of a place begins; -1 if that is too far to look.
    static int lineStart(CharSequence code, int place) {
        int least = Math.max(0, place - LONGEST_LINE);
        int start = place;
        while (start > least && !isLineEnd(code.charAt(start - 1))) {
            start--;
        }
        return start == least && start > 0 && !isLineEnd(code.charAt(start - 1)) ? -1 : start;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
