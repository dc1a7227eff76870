package org.cellist.app.ui.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void lettersThatBeginWordsFitBest() {
        assertEquals(List.of(0, 4), FuzzyMatch.of("ra", "Run all").orElseThrow().places());
        assertTrue(score("ra", "Run all") > score("ra", "Restart the kernel"));
    }

    @Test
    void lettersInARowFitBetterThanScatteredOnes() {
        assertTrue(score("mer", "Merge with the one below") > score("mer", "Make it a header"));
    }

    @Test
    void partsAreLookedForInAnyOrder() {
        assertEquals(
                List.of(0, 1, 2, 10, 11),
                FuzzyMatch.of("ab cel", "Cells all above").orElseThrow().places());
    }

    @Test
    void koreanConsonantsFitSyllables() {
        assertEquals(List.of(3, 4), FuzzyMatch.of("ㅅㅎ", "모두 실행").orElseThrow().places());
        assertTrue(FuzzyMatch.of("ㅅㅎ", "모두 저장").isEmpty());
        assertTrue(FuzzyMatch.of("실행", "모두 실행").isPresent());
    }

    @Property
    void thePlacesAreTheLettersInTheirOrder(
            @ForAll @StringLength(max = 6) String letters,
            @ForAll @StringLength(max = 30) String name) {
        var parts = letters.strip();
        if (parts.matches(".*\\s.*")) {
            return;
        }
        FuzzyMatch.of(parts, name)
                .ifPresent(
                        match -> {
                            assertEquals(
                                    parts.toLowerCase(Locale.ROOT).length(), match.places().size());
                            for (int place : match.places()) {
                                assertTrue(place >= 0 && place < name.length());
                            }
                        });
    }

    private static int score(String letters, String name) {
        return FuzzyMatch.of(letters, name).orElseThrow().score();
    }
}
