package org.cellist.kernel.protocol.json;

import java.nio.charset.StandardCharsets;

/// Escapes of JSON strings, both ways. Immutable.
public final class JsonStrings {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonStrings() {}

    /// Returns the text of a checked string's inside. A lone surrogate that was escaped stays
    /// one.
    static String unescaped(byte[] bytes, int from, int to) {
        var utf8 = new byte[to - from];
        int length = 0;
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                utf8[length++] = bytes[at++];
            } else if (bytes[at + 1] != 'u') {
                utf8[length++] = (byte) simple(bytes[at + 1]);
                at += 2;
            } else {
                int unit = unit(bytes, at);
                if (Character.isSurrogate((char) unit)) {
                    return unescapedUnits(bytes, from, to);
                }
                length = putUtf8(utf8, length, unit);
                at += 6;
            }
        }
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }

    /// Writes one character of the basic plane; an escape is longer than what it stands for.
    private static int putUtf8(byte[] utf8, int at, int unit) {
        if (unit < 0x80) {
            utf8[at] = (byte) unit;
            return at + 1;
        }
        if (unit < 0x800) {
            utf8[at] = (byte) (0xc0 | unit >> 6);
            utf8[at + 1] = (byte) (0x80 | (unit & 0x3f));
            return at + 2;
        }
        utf8[at] = (byte) (0xe0 | unit >> 12);
        utf8[at + 1] = (byte) (0x80 | (unit >> 6 & 0x3f));
        utf8[at + 2] = (byte) (0x80 | (unit & 0x3f));
        return at + 3;
    }

    /// Returns the text of a string that escapes surrogates, which UTF-8 cannot say one by one.
    private static String unescapedUnits(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        int plain = from;
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8));
            boolean isUnit = bytes[at + 1] == 'u';
            text.append(isUnit ? (char) unit(bytes, at) : simple(bytes[at + 1]));
            at += isUnit ? 6 : 2;
            plain = at;
        }
        return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8)).toString();
    }

    private static int unit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            unit = unit << 4 | Character.digit(bytes[i], 16);
        }
        return unit;
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
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain =
                    c <= '~'
                            ? c >= ' ' && c != '"' && c != '\\'
                            : !asciiOnly && !isLoneSurrogate(text, i);
            if (!isPlain) {
                json.append(text, plain, i);
                appendEscaped(json, c);
                plain = i + 1;
            }
        }
        json.append(text, plain, text.length()).append('"');
    }

    private static void appendEscaped(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ') {
            appendControl(json, c);
        } else {
            appendUnit(json, c);
        }
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
