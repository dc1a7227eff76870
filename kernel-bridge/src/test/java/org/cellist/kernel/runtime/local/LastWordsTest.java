package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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

    @Test
    void wordsThatWereSaidNeedNoWaiting() throws Exception {
        var words = new LastWords();
        words.drain(new ByteArrayInputStream("I am ready".getBytes(StandardCharsets.UTF_8)));

        assertTrue(words.await("ready", Duration.ZERO));
        assertFalse(words.await("never", Duration.ofMinutes(2)));
    }

    @Test
    void wordsThatComeWakeWhoWaits() throws Exception {
        var words = new LastWords();
        var waiting = new FutureTask<>(() -> words.await("ready", Duration.ofMinutes(2)));
        Thread.ofVirtual().name("waiting").start(waiting);

        words.append("rea".getBytes(StandardCharsets.UTF_8), 3);
        words.append("dy".getBytes(StandardCharsets.UTF_8), 2);

        assertTrue(waiting.get(2, TimeUnit.MINUTES));
    }

    private static String afterReading(String text) {
        var words = new LastWords();
        words.drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return words.text();
    }
}
