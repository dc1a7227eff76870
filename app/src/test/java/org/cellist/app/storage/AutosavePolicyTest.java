package org.cellist.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AutosavePolicyTest {

    private static final Instant START = Instant.EPOCH;
    private static final AutosavePolicy SMALL = AutosavePolicy.forSize(1000);
    private static final AutosavePolicy LARGE = AutosavePolicy.forSize(21L << 20);

    @Test
    void aPauseOfTwoSecondsIsUsed() {
        assertEquals(START.plusSeconds(7), SMALL.due(START, START.plusSeconds(5)));
    }

    @Test
    void typingWithoutAPauseIsWrittenAfterThirtySeconds() {
        assertEquals(START.plusSeconds(30), SMALL.due(START, START.plusSeconds(29)));
    }

    @Test
    void aLargeFileIsWrittenHalfAsOften() {
        assertEquals(START.plusSeconds(60), LARGE.due(START, START.plusSeconds(59)));
    }

    @Test
    void nothingIsDueWhenTheDiskHasEverything() {
        assertNull(SMALL.due(null, START));
    }
}
