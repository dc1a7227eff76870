package org.cellist.app.ui.output.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SafeColourTest {

    @Property
    void textInAnyColourCanBeReadOnThePapersOfBothThemes(
            @ForAll @IntRange(max = 0xffffff) int rgb) {
        double light = SafeColour.luminance(SafeColour.onLightPaper(rgb));
        double dark = SafeColour.luminance(SafeColour.onDarkPaper(rgb));

        assertTrue((SafeColour.DARKEST_LIGHT_PAPER + 0.05) / (light + 0.05) > 4.45);
        assertTrue((dark + 0.05) / (SafeColour.LIGHTEST_DARK_PAPER + 0.05) > 4.45);
    }

    @Property
    void textInAnyColourCanBeReadOnAnyGround(
            @ForAll @IntRange(max = 0xffffff) int paper,
            @ForAll @IntRange(max = 0xffffff) int rgb) {
        assertTrue(SafeColour.contrast(SafeColour.on(paper, rgb), paper) > 4.4);
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertEquals(0x0000aa, SafeColour.onLightPaper(0x0000aa));
        assertEquals(0xffffff, SafeColour.onDarkPaper(0xffffff));
        assertEquals(0x000000, SafeColour.on(0xffffff, 0x000000));
    }
}
