package org.cellist.app.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NotebookBytes;

/// How the text of a file is encoded. Immutable.
///
/// Text is decoded strictly: what is written again without a change is the same bytes.
///
/// @param hasMark whether a byte order mark comes first
public record TextEncoding(Charset charset, boolean hasMark) {

    /// What new files are written in.
    public static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, false);

    private static final char MARK = '\ufeff';
    private static final char ESCAPE = 0x1b;

    /// In which texts were written before Unicode, where nothing in a file names its encoding: that
    /// of Korean Windows, then that of western Windows, then one in which every byte is a letter.
    private static final List<Charset> OLDER =
            Stream.of("x-windows-949", "windows-1252", "ISO-8859-1")
                    .filter(Charset::isSupported)
                    .map(Charset::forName)
                    .toList();

    /// A text and how it was encoded. Immutable.
    record Decoded(String text, TextEncoding encoding) {}

    /// Decodes a file; empty when its bytes are no text.
    static Optional<Decoded> decode(byte[] bytes) {
        var guess = guess(bytes);
        var unicode = decode(bytes, guess);
        if (unicode.isPresent()) {
            return unicode.filter(decoded -> isText(decoded.text));
        }
        return !isText(new String(bytes, StandardCharsets.ISO_8859_1))
                ? Optional.empty()
                : OLDER.stream().flatMap(each -> decode(bytes, each).stream()).findFirst();
    }

    private static Optional<Decoded> decode(byte[] bytes, Charset charset) {
        var encoding = new TextEncoding(charset, hasMark(bytes, charset));
        int start = encoding.hasMark ? markOf(charset).length : 0;
        try {
            var text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
            return Optional.of(new Decoded(text.toString(), encoding));
        } catch (CharacterCodingException _) {
            return Optional.empty(); // It is in another encoding.
        }
    }

    private static boolean hasMark(byte[] bytes, Charset charset) {
        byte[] mark = isUnicode(charset) ? markOf(charset) : new byte[] {};
        return mark.length > 0
                && bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] markOf(Charset charset) {
        return String.valueOf(MARK).getBytes(charset);
    }

    /// Text has no zeros, and hardly any other control characters.
    private static boolean isText(String decoded) {
        int controls = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == 0) {
                return false;
            }
            boolean isUsual = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ESCAPE;
            controls += c < ' ' && !isUsual ? 1 : 0;
        }
        return controls <= decoded.length() / 64;
    }

    /// By the mark at the begin, or by where the zero bytes of the first character are, as in RFC
    /// 4627, section 3. UTF-8 where neither says otherwise.
    private static Charset guess(byte[] bytes) {
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

    /// Returns whether every text can be written in it.
    boolean isUnicode() {
        return isUnicode(charset);
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF");
    }

    /// Returns its name as people know it.
    public String displayName() {
        var name = charset.name().equals("x-windows-949") ? "EUC-KR (CP949)" : charset.name();
        return hasMark ? name + " BOM" : name;
    }

    NotebookBytes encode(String text) {
        return NotebookBytes.of((hasMark ? MARK + text : text).getBytes(charset));
    }
}
