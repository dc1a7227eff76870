package org.cellist.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void sizesAreReadWithThreeDigits() {
        assertEquals("96 B", Sizes.words(96));
        assertEquals("1.0 KB", Sizes.words(1024));
        assertEquals("340 MB", Sizes.words(340L << 20));
        assertEquals("1.2 GB", Sizes.words((long) (1.2 * (1 << 30))));
    }
}
