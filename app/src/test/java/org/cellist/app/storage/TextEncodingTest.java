package org.cellist.app.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextEncodingTest {

    private static final String TEXT = "{\"한글 😀\": 1}\n";
    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_32LE,
                    StandardCharsets.UTF_32BE);

    @Test
    void aMarkTellsTheEncodingAndIsNoText() {
        for (var charset : CHARSETS) {
            assertEquals("한", text("\ufeff한".getBytes(charset)), charset::name);
        }
    }

    @Test
    void withoutAMarkTheZerosOfTheFirstCharacterTellIt() {
        for (var charset : CHARSETS) {
            assertEquals(TEXT, text(TEXT.getBytes(charset)), charset::name);
        }
    }

    @Test
    void aShortOrEmptyFileIsText() {
        assertEquals("", text(new byte[0]));
        assertEquals("{", text("{".getBytes(StandardCharsets.UTF_8)));
        assertEquals("{", text("{".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("{", text("{".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void oldKoreanTextIsReadInItsOwnEncoding() {
        var bytes = "이름,값\n서울,1\n".getBytes(Charset.forName("x-windows-949"));

        var decoded = TextEncoding.decode(bytes).orElseThrow();

        assertEquals("이름,값\n서울,1\n", decoded.text());
        assertEquals("EUC-KR (CP949)", decoded.encoding().displayName());
        assertFalse(decoded.encoding().isUnicode());
    }

    @Test
    void aProgramIsNoText() {
        assertTrue(TextEncoding.decode(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}).isEmpty());
        assertTrue(TextEncoding.decode(new byte[] {1, 2, (byte) 0xff, 4, 5, 6}).isEmpty());
    }

    @Test
    void whatIsWrittenAgainIsTheSameBytes() {
        for (var charset : CHARSETS) {
            for (var mark : List.of("", "\ufeff")) {
                byte[] bytes = (mark + "{a\r\nb\rc").getBytes(charset);

                var decoded = TextEncoding.decode(bytes).orElseThrow();

                assertArrayEquals(
                        bytes,
                        decoded.encoding().encode(decoded.text()).toByteArray(),
                        charset::name);
            }
        }
    }

    private static String text(byte[] bytes) {
        return TextEncoding.decode(bytes).orElseThrow().text();
    }
}
