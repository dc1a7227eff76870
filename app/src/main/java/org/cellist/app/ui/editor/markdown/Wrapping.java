package org.cellist.app.ui.editor.markdown;

/// Puts marks around what is selected, and takes them away where they are. Immutable.
///
/// Without a selection the word at the caret is meant; where there is none, the caret comes to
/// stand between the marks.
///
/// @param open the mark before
/// @param close the mark behind
record Wrapping(String open, String close) {

    static final Wrapping BOLD = new Wrapping("**", "**");
    static final Wrapping ITALIC = new Wrapping("*", "*");
    static final Wrapping CODE = new Wrapping("`", "`");
    static final Wrapping MATHS = new Wrapping("$", "$");

    /// Returns the change for a selection of a text.
    TextChange of(String text, int from, int to) {
        int start = from;
        int end = to;
        if (start == end) {
            start = wordStart(text, from);
            end = wordEnd(text, to);
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++; // a mark before a space is none
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int caret = from == to ? from - start : -1;
        if (isAround(text, start, end)) {
            return without(text, start, end, caret);
        }
        if (isWithin(text, start, end)) {
            return without(text, start + open.length(), end - close.length(), caret);
        }
        return with(text, start, end, caret);
    }

    private TextChange with(String text, int start, int end, int caret) {
        var inside = text.substring(start, end);
        int first = start + open.length();
        int last = first + inside.length();
        return new TextChange(
                start,
                end,
                open + inside + close,
                caret < 0 ? first : first + caret,
                caret < 0 ? last : first + caret);
    }

    private TextChange without(String text, int start, int end, int caret) {
        int first = start - open.length();
        int length = end - start;
        int place = first + Math.clamp(caret, 0, length);
        return new TextChange(
                first,
                end + close.length(),
                text.substring(start, end),
                caret < 0 ? first : place,
                caret < 0 ? first + length : place);
    }

    private boolean isAround(String text, int start, int end) {
        int before = runBefore(text, start);
        int after = runAfter(text, end);
        return isStar()
                ? Math.min(before, after) >= open.length() && fits(Math.min(before, after))
                : start >= open.length()
                        && text.startsWith(open, start - open.length())
                        && text.startsWith(close, end);
    }

    private boolean isWithin(String text, int start, int end) {
        var inside = text.substring(start, end);
        if (inside.length() <= open.length() + close.length()
                || !inside.startsWith(open)
                || !inside.endsWith(close)) {
            return false;
        }
        int run = Math.min(runAfter(text, start), runBefore(text, end));
        return !isStar() || fits(run);
    }

    /// Of three stars one is italic's and two are bold's.
    private boolean fits(int stars) {
        return stars >= 3 || stars == open.length();
    }

    private boolean isStar() {
        return open.charAt(0) == '*';
    }

    private int runBefore(String text, int place) {
        int count = 0;
        while (place - count > 0 && text.charAt(place - count - 1) == open.charAt(0)) {
            count++;
        }
        return count;
    }

    private int runAfter(String text, int place) {
        int count = 0;
        while (place + count < text.length() && text.charAt(place + count) == open.charAt(0)) {
            count++;
        }
        return count;
    }

    private static int wordStart(String text, int place) {
        int start = place;
        while (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    private static int wordEnd(String text, int place) {
        int end = place;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
