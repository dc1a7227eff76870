package org.cellist.app.export;

import java.util.HexFormat;

/// A file's name as the target of a link: what would end the link or mean something else in it is
/// escaped (RFC 3986, 2.1), and 한글 stays readable. Immutable.
final class LinkText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";

    private LinkText() {}

    static String of(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(c -> append(text, c));
        return text.toString();
    }

    private static void append(StringBuilder text, int c) {
        boolean isAscii = c < 0x80;
        if (isAscii && !Character.isLetterOrDigit(c) && UNRESERVED.indexOf(c) < 0) {
            text.append('%').append(HEX.toHexDigits((byte) c));
        } else {
            text.appendCodePoint(c);
        }
    }
}
