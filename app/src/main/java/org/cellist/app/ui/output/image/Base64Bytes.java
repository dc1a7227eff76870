package org.cellist.app.ui.output.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// Reads base64 out of the JSON in which a notebook keeps it: a string, or a list of strings,
/// with line ends in any number.
///
/// Immutable.
final class Base64Bytes {

    private Base64Bytes() {}

    /// Returns the first bytes of what is encoded, without touching the rest.
    ///
    /// @param json a JSON string or list of strings, as it stands
    /// @param most how many bytes are wanted
    static byte[] start(ByteBuffer json, int most) {
        var letters = new byte[(most + 2) / 3 * 4];
        int count = 0;
        int at = json.position();
        while (at < json.limit() && count < letters.length) {
            byte b = json.get(at);
            if (b == '\\') {
                at++; // \n, or an escaped slash, whose letter comes next
                b = at < json.limit() && json.get(at) == '/' ? (byte) '/' : (byte) ' ';
            }
            if (isLetter(b)) {
                letters[count++] = b;
            }
            at++;
        }
        return decoded(Arrays.copyOf(letters, count / 4 * 4));
    }

    /// Returns all bytes of a text in base64; nothing when it is not base64.
    static byte[] all(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] decoded(byte[] letters) {
        try {
            return Base64.getDecoder().decode(letters);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '+'
                || b == '/';
    }
}
