package org.cellist.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.cellist.app.settings.TypeSettings;
import org.junit.jupiter.api.Test;

class TypeChoicesTest {

    private final TypeChoices choices = new TypeChoices();

    @Test
    void whatIsStoredIsTakenAgainALackingFamilyToo() {
        var stored = new TypeSettings("No Such Mono", 17, 130, 18, 88);

        choices.take(stored);

        assertEquals(stored, choices.toSettings());
    }

    @Test
    void sizesBeyondThoseThatCanBeChosenAreTheNearest() {
        choices.take(new TypeSettings("", 0, 9999, 9999, 9999));

        assertEquals(new TypeSettings("", 8, 220, 28, 999), choices.toSettings());
    }

    @Test
    void stepsEndAtTheSmallestAndTheLargest() {
        choices.enlargeCode(-100);
        choices.spreadLines(-100);
        choices.enlargeText(-100);
        assertEquals(new TypeSettings("", 8, 120, 10, 0), choices.toSettings());

        choices.enlargeCode(100);
        choices.spreadLines(100);
        choices.enlargeText(100);
        assertEquals(new TypeSettings("", 36, 220, 28, 0), choices.toSettings());
    }

    @Test
    void rulersFollowOneAnotherAndEndWithNone() {
        choices.rulerProperty().set(72);
        var seen = new ArrayList<Integer>();

        for (int i = 0; i < 7; i++) {
            choices.nextRuler();
            seen.add(choices.rulerProperty().get());
        }

        assertEquals("[79, 80, 88, 100, 120, 0, 79]", seen.toString());
    }

    @Test
    void whatHoldsBeforeAnythingIsChosenComesBackButTheRulerStays() {
        choices.take(new TypeSettings("Fira Code", 17, 130, 18, 88));

        choices.reset();

        assertEquals(new TypeSettings("", 13, 160, 14, 88), choices.toSettings());
    }
}
