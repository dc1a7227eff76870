package org.cellist.kernel.protocol.json;

import java.nio.charset.StandardCharsets;

/// Escapes of JSON strings, both ways. Immutable.
public final class JsonStrings {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonStrings() {}

    /// Returns the text of a checked string's inside. A lone surrogate that was escaped stays
    /// one.
    static String unescaped(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        int plain = from;
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8));
            byte kind = bytes[at + 1];
            if (kind == 'u') {
                int unit = 0;
                for (int i = at + 2; i < at + 6; i++) {
                    unit = unit << 4 | Character.digit(bytes[i], 16);
                }
                text.append((char) unit);
                at += 6;
            } else {
                text.append(simple(kind));
                at += 2;
            }
            plain = at;
        }
        return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8)).toString();
    }

    private static char simple(byte kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) kind;
        };
    }

    /// Appends the text as a JSON string, quotes included, as Python's `json` writes it.
    ///
    /// @param asciiOnly writes every character beyond ASCII as an escape; else only lone
    ///     surrogates, which UTF-8 cannot say
    public static void appendQuoted(StringBuilder json, CharSequence text, boolean asciiOnly) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                appendControl(json, c);
            } else if (c <= '~' || (!asciiOnly && !isLoneSurrogate(text, i))) {
                json.append(c);
            } else {
                appendUnit(json, c);
            }
        }
        json.append('"');
    }

    private static boolean isLoneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void appendControl(StringBuilder json, char c) {
        switch (c) {
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> appendUnit(json, c);
        }
    }

    private static void appendUnit(StringBuilder json, char c) {
        json.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
