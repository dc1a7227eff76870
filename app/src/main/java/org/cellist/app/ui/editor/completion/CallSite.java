package org.cellist.app.ui.editor.completion;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The call whose parentheses enclose a place of Python code.
///
/// Found by reading the last lines before it as Python's tokenizer would: brackets, strings and
/// comments. Code before those lines is not looked at, so that a long cell costs no more.
///
/// Immutable.
///
/// @param calleeEnd the place behind the name that is called, before the parenthesis
/// @param argument how many commas stand before the place
/// @param keyword the name before the `=` of the argument at the place; empty for none
record CallSite(int calleeEnd, int argument, String keyword) {

    private static final int FARTHEST = 4000;

    /// Returns the innermost call around a place; null where there is none.
    static @Nullable CallSite around(CharSequence code, int place) {
        int from = Math.max(0, place - FARTHEST);
        var open = new Reader(code, place).openBrackets(from);
        if (open.isEmpty()) {
            return null;
        }
        var bracket = open.peek();
        int calleeEnd = bracket.place;
        boolean calls =
                code.charAt(bracket.place) == '('
                        && Identifiers.isNameBefore(code, calleeEnd)
                        && !isDefinition(code, calleeEnd);
        return calls
                ? new CallSite(
                        calleeEnd,
                        bracket.commas,
                        keyword(code.subSequence(bracket.argument, place).toString()))
                : null;
    }

    private static boolean isDefinition(CharSequence code, int nameEnd) {
        int start = Identifiers.startBefore(code, nameEnd);
        var name = code.subSequence(start, nameEnd).toString();
        int wordEnd = start;
        while (wordEnd > 0 && code.charAt(wordEnd - 1) == ' ') {
            wordEnd--;
        }
        int wordStart = Identifiers.startBefore(code, wordEnd);
        var word = code.subSequence(wordStart, wordEnd).toString();
        return word.equals("def")
                || word.equals("class")
                || switch (name) {
                    case "if",
                            "elif",
                            "while",
                            "for",
                            "in",
                            "and",
                            "or",
                            "not",
                            "return",
                            "yield",
                            "lambda",
                            "assert",
                            "del",
                            "with",
                            "except",
                            "await",
                            "is" ->
                            true;
                    default -> false;
                };
    }

    private static String keyword(String argument) {
        int equals = argument.indexOf('=');
        var before = equals < 0 ? "" : argument.substring(0, equals).strip();
        boolean isComparison = equals >= 0 && argument.startsWith("==", equals);
        return Identifiers.isAll(before) && !isComparison ? before : "";
    }

    /// A bracket that is open at the place.
    private static final class Bracket {

        final int place;
        int commas;
        int argument;

        Bracket(int place) {
            this.place = place;
            this.argument = place + 1;
        }
    }

    /// Reads code once, from a start to the place.
    private record Reader(CharSequence code, int end) {

        Deque<Bracket> openBrackets(int from) {
            var open = new ArrayDeque<Bracket>();
            int i = from;
            while (i < end) {
                char c = code.charAt(i);
                switch (c) {
                    case '(', '[', '{' -> open.push(new Bracket(i));
                    case ')', ']', '}' -> open.poll();
                    case ',' -> next(open.peek(), i);
                    case '#' -> i = lineEnd(i);
                    case '"', '\'' -> i = stringEnd(i, c);
                    default -> {
                        // Anything else stands between.
                    }
                }
                i++;
            }
            return open;
        }

        private static void next(@Nullable Bracket bracket, int comma) {
            if (bracket != null) {
                bracket.commas++;
                bracket.argument = comma + 1;
            }
        }

        private int lineEnd(int from) {
            int i = from;
            while (i < end && !Identifiers.isLineEnd(code.charAt(i))) {
                i++;
            }
            return i;
        }

        /// Returns the last place of a string, or of the code in it.
        private int stringEnd(int from, char quote) {
            boolean isLong =
                    from + 2 < end
                            && code.charAt(from + 1) == quote
                            && code.charAt(from + 2) == quote;
            int i = from + (isLong ? 3 : 1);
            while (i < end) {
                char c = code.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (!isLong && (c == quote || Identifiers.isLineEnd(c))) {
                    return i;
                } else if (isLong && c == quote && isTriple(i, quote)) {
                    return i + 2;
                }
                i++;
            }
            return i;
        }

        private boolean isTriple(int i, char quote) {
            return i + 2 < end && code.charAt(i + 1) == quote && code.charAt(i + 2) == quote;
        }
    }
}
