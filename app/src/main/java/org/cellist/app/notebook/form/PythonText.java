package org.cellist.app.notebook.form;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Python's string literals. Immutable.
final class PythonText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int HEX = 16;
    private static final int OCTAL = 8;

    private PythonText() {}

    /// Returns the text of a literal; empty when it is no single literal of a text: bytes, an
    /// f-string, an expression.
    static Optional<String> decoded(String literal) {
        int open = prefixLength(literal);
        if (open < 0 || CodeScan.stringEnd(literal, open, literal.length()) != literal.length()) {
            return Optional.empty();
        }
        int quotes = CodeScan.quotes(literal, open).length();
        int end = literal.length() - quotes;
        var body = literal.substring(open + quotes, end);
        return isRaw(literal) ? Optional.of(body) : unescaped(body);
    }

    /// Returns a literal for a text, with the prefix and the quotes of another literal where they
    /// can be kept.
    static String encoded(String text, String like) {
        int open = prefixLength(like);
        char quote = open < 0 ? '"' : like.charAt(open);
        if (open > 0 && isRaw(like) && isWritableRaw(text, quote)) {
            return like.substring(0, open) + quote + text + quote;
        }
        var prefix = open > 0 && !isRaw(like) ? like.substring(0, open) : "";
        var literal = new StringBuilder(prefix).append(quote);
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), quote, isHalf(text, i), literal);
        }
        return literal.append(quote).toString();
    }

    private static void escape(char c, char quote, boolean isHalf, StringBuilder to) {
        switch (c) {
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                if (c == quote) {
                    to.append('\\').append(c);
                } else if (c < FIRST_PRINTABLE || c == DELETE) {
                    to.append("\\x%02x".formatted((int) c));
                } else if (isHalf) {
                    to.append("\\u%04x".formatted((int) c));
                } else {
                    to.append(c);
                }
            }
        }
    }

    /// Returns whether the character is one half of a pair without the other: no text file has it.
    private static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        int start = Character.isHighSurrogate(c) ? index : index - 1;
        return start < 0
                || start + 1 >= text.length()
                || !Character.isSurrogatePair(text.charAt(start), text.charAt(start + 1));
    }

    /// Returns the length of what stands before the first quote, -1 for none of a text's prefixes.
    private static int prefixLength(String literal) {
        if (literal.isEmpty()) {
            return -1;
        }
        if (CodeScan.isQuote(literal.charAt(0))) {
            return 0;
        }
        boolean isPrefix = "rRuU".indexOf(literal.charAt(0)) >= 0;
        return isPrefix && literal.length() > 1 && CodeScan.isQuote(literal.charAt(1)) ? 1 : -1;
    }

    private static boolean isRaw(String literal) {
        return literal.toLowerCase(Locale.ROOT).startsWith("r");
    }

    private static boolean isWritableRaw(String text, char quote) {
        int backslashes = text.length() - text.replaceAll("\\\\+$", "").length();
        return text.indexOf(quote) < 0
                && backslashes % 2 == 0
                && text.chars().noneMatch(c -> c < FIRST_PRINTABLE || c == DELETE)
                && text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    /// Returns what the escapes of a literal stand for; empty when Python would refuse them, or
    /// they name a character.
    static Optional<String> unescaped(String body) {
        if (body.indexOf('\\') < 0) {
            return Optional.of(body);
        }
        var text = new StringBuilder();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            if (c != '\\' || i + 1 == body.length()) {
                text.append(c);
                i++;
                continue;
            }
            int next = unescape(body, i + 1, text);
            if (next < 0) {
                return Optional.empty();
            }
            i = next;
        }
        return Optional.of(text.toString());
    }

    /// Reads one escape behind its backslash. Returns the place behind it, or -1.
    private static int unescape(String body, int at, StringBuilder text) {
        char c = body.charAt(at);
        var simple = simple(c);
        if (simple != null) {
            text.append(simple);
            return at + 1;
        }
        return switch (c) {
            case 'x' -> code(body, at + 1, 2, text);
            case 'u' -> code(body, at + 1, 4, text);
            case 'U' -> code(body, at + 1, 8, text);
            case 'N' -> -1;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(body, at, text);
            default -> {
                text.append('\\').append(c);
                yield at + 1;
            }
        };
    }

    private static @Nullable String simple(char c) {
        return switch (c) {
            case '\\', '\'', '"' -> String.valueOf(c);
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\n' -> "";
            default -> null;
        };
    }

    private static int code(String body, int from, int digits, StringBuilder text) {
        int value = 0;
        int to = from + digits;
        if (to > body.length()) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            int digit = Character.digit(body.charAt(i), HEX);
            if (digit < 0 || body.charAt(i) > 'f' || value > Character.MAX_CODE_POINT) {
                return -1;
            }
            value = value * HEX + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            return -1;
        }
        text.appendCodePoint(value);
        return to;
    }

    private static int octal(String body, int from, StringBuilder text) {
        int value = 0;
        int i = from;
        while (i < body.length() && i < from + 3 && "01234567".indexOf(body.charAt(i)) >= 0) {
            value = value * OCTAL + (body.charAt(i) - '0');
            i++;
        }
        text.appendCodePoint(value);
        return i;
    }
}
