package org.cellist.app.notebook.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplicedTest {

    @Property(tries = 300)
    void aRangeBecomesTheOtherText(
            @ForAll String text,
            @ForAll String inserted,
            @ForAll @IntRange(max = 300) int one,
            @ForAll @IntRange(max = 300) int other) {
        int start = Math.min(Math.min(one, other), text.length());
        int end = Math.min(Math.max(one, other), text.length());

        assertEquals(
                text.substring(0, start) + inserted + text.substring(end),
                Spliced.text(text, start, end, inserted));
    }

    @Test
    void aRangeBeyondTheTextIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> Spliced.text("하나", 3, 3, "x"));
    }
}
