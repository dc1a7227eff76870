package org.cellist.app.ui.output.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellist.app.ui.output.latex.Formula;
import org.jspecify.annotations.Nullable;

/// Finds the end of a formula that may begin at a place.
///
/// `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, the latter two with one backslash or two, and
/// `\begin{x}…\end{x}`. None reaches over an empty line. Sums of money are no formulas: no dollar
/// sign that closes comes before a digit, and none that opens stands on a letter or a digit.
///
/// Confined to one thread.
final class FormulaScanner {

    /// A formula, and where what comes after it begins. Immutable.
    record Found(Formula formula, int end) {}

    private static final int LONGEST = 20_000;
    private static final Pattern BEGIN = Pattern.compile("\\\\begin\\{([A-Za-z]+\\*?)}");
    private static final Pattern EMPTY_LINE = Pattern.compile("\n[ \t]*(?:>[ \t]*){0,9}\n");
    private static final Pattern LOOKS_LIKE_MATHS =
            Pattern.compile("\\s*\\p{L}\\s*|.*[\\\\^_=+<>|*/{].*", Pattern.DOTALL);

    private final String text;

    FormulaScanner(String text) {
        this.text = text;
    }

    /// Returns the formula that begins at a dollar sign or a backslash, or null.
    @Nullable Found at(int start) {
        if (text.charAt(start) == '$') {
            return text.startsWith("$$", start) ? doubleDollar(start) : dollar(start);
        }
        if (text.startsWith("\\begin{", start)) {
            return environment(start);
        }
        boolean doubled = text.startsWith("\\\\", start);
        int bracket = start + (doubled ? 2 : 1);
        if (bracket >= text.length()) {
            return null;
        }
        return switch (text.charAt(bracket)) {
            case '(' -> bracketed(start, doubled ? "\\\\)" : "\\)", false, doubled);
            case '[' -> bracketed(start, doubled ? "\\\\]" : "\\]", true, doubled);
            default -> null;
        };
    }

    private @Nullable Found doubleDollar(int start) {
        int from = start + 2;
        int limit = paragraphEnd(from);
        int end = text.indexOf("$$", from);
        while (end > 0 && end < limit && text.charAt(end - 1) == '\\') {
            end = text.indexOf("$$", end + 1);
        }
        return end < 0 || end > limit ? null : found(from, end, end + 2, true);
    }

    private @Nullable Found dollar(int start) {
        int from = start + 1;
        if (from >= text.length() || (start > 0 && isWord(text.charAt(start - 1)))) {
            return null;
        }
        int end = closingDollar(from, paragraphEnd(from));
        if (end <= from) {
            return null;
        }
        boolean spaceAtStart = Character.isWhitespace(text.charAt(from));
        boolean spaceAtEnd = Character.isWhitespace(text.charAt(end - 1));
        boolean beforeDigit = end + 1 < text.length() && isDigit(text.charAt(end + 1));
        return spaceAtStart != spaceAtEnd || beforeDigit ? null : found(from, end, end + 1, false);
    }

    /// Dollar signs within braces belong to the formula's own text.
    private int closingDollar(int from, int limit) {
        int depth = 0;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '$' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Found environment(int start) {
        Matcher begin = BEGIN.matcher(text).region(start, text.length());
        if (!begin.lookingAt()) {
            return null;
        }
        var name = begin.group(1);
        int limit = paragraphEnd(begin.end());
        var opening = "\\begin{" + name + "}";
        var closing = "\\end{" + name + "}";
        int depth = 1;
        int at = begin.end();
        while (depth > 0) {
            int close = text.indexOf(closing, at);
            if (close < 0 || close > limit) {
                return null;
            }
            int open = text.indexOf(opening, at);
            boolean nests = open >= 0 && open < close;
            depth += nests ? 1 : -1;
            at = nests ? open + opening.length() : close + closing.length();
        }
        return found(start, at, at, true);
    }

    private @Nullable Found bracketed(int start, String closing, boolean display, boolean doubled) {
        int from = start + closing.length();
        int end = text.indexOf(closing, from);
        if (end < 0 || end > paragraphEnd(from)) {
            return null;
        }
        // a single backslash is also how Markdown takes the meaning from a bracket
        var inside = text.substring(from, end);
        boolean isMaths = doubled || LOOKS_LIKE_MATHS.matcher(inside).matches();
        return isMaths ? found(from, end, end + closing.length(), display) : null;
    }

    private @Nullable Found found(int from, int to, int end, boolean display) {
        var latex = text.substring(from, to).strip();
        return latex.isEmpty() ? null : new Found(new Formula(latex, display), end);
    }

    private int paragraphEnd(int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        var empty = EMPTY_LINE.matcher(text).region(from, limit);
        return empty.find() ? empty.start() : limit;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && c < 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
