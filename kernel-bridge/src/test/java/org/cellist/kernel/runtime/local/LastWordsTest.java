package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void aFewWordsAreKeptWhole() {
        assertEquals("마지막 말\n", afterReading("마지막 말\n"));
    }

    @Test
    void ofManyWordsTheNewestWholeLinesAreKept() {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("line ").append(i).append('\n');
        }

        var kept = afterReading(text.toString());

        assertTrue(kept.length() <= 64 << 10, () -> "kept " + kept.length());
        assertTrue(kept.length() > (64 << 10) - 20, () -> "kept " + kept.length());
        assertTrue(kept.startsWith("line "));
        assertTrue(kept.endsWith("line 19999\n"));
    }

    private static String afterReading(String text) {
        var words = new LastWords();
        words.drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return words.text();
    }
}
