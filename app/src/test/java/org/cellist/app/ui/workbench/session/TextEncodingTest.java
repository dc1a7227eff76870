package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
            assertEquals("한", TextEncoding.decode("\ufeff한".getBytes(charset)), charset::name);
        }
    }

    @Test
    void withoutAMarkTheZerosOfTheFirstCharacterTellIt() {
        for (var charset : CHARSETS) {
            assertEquals(TEXT, TextEncoding.decode(TEXT.getBytes(charset)), charset::name);
        }
    }

    @Test
    void aShortOrEmptyFileIsText() {
        assertEquals("", TextEncoding.decode(new byte[0]));
        assertEquals("{", TextEncoding.decode("{".getBytes(StandardCharsets.UTF_8)));
        assertEquals("{", TextEncoding.decode("{".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("{", TextEncoding.decode("{".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        assertEquals("a\ufffdb", TextEncoding.decode(new byte[] {'a', (byte) 0xff, 'b'}));
    }
}
