package org.cellist.app.ui.workbench.session;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Finds how the text of a file is encoded: by the mark at its begin, or by where the zero bytes
/// of its first character are, as in RFC 4627, section 3. UTF-8 where neither says otherwise.
///
/// Immutable.
final class TextEncoding {

    private static final char MARK = '\ufeff';

    private TextEncoding() {}

    /// Returns the text without its mark. Bytes that are no text become U+FFFD.
    static String decode(byte[] bytes) {
        var text = new String(bytes, charset(bytes));
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        boolean isWide = bytes.length >= 4;
        int first = at(bytes, 0) << 8 | at(bytes, 1);
        int second = at(bytes, 2) << 8 | at(bytes, 3);
        if (isWide && first == 0 && (second == 0xfeff || (second > 0 && second <= 0xff))) {
            return StandardCharsets.UTF_32BE;
        }
        boolean isLittle = first == 0xfffe || (first > 0xff && (first & 0xff) == 0);
        if (isLittle) {
            return isWide && second == 0 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
        }
        boolean isBig = first == 0xfeff || (first > 0 && first <= 0xff);
        return isBig ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
