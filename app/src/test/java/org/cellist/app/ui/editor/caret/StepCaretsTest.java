package org.cellist.app.ui.editor.caret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepCaretsTest {

    private final StepCarets steps = new StepCarets();

    @Test
    void aStepThatGrowsKeepsTheCaretsFromBeforeIt() {
        steps.made(7, new CaretsAround(Carets.at(1), Carets.at(2)));
        steps.made(7, new CaretsAround(Carets.at(2), Carets.at(3)));

        assertEquals(Optional.of(Carets.at(1)), steps.of(7, true));
        assertEquals(Optional.of(Carets.at(3)), steps.of(7, false));
        assertEquals(Optional.empty(), steps.of(8, true));
    }

    @Test
    void theFirstStepsAreForgottenWhenItIsTooMuch() {
        var many = new Carets(Collections.nCopies(50_000, CaretRange.at(1)), 0);
        IntStream.of(1, 2, 1, 3).forEach(step -> steps.made(step, new CaretsAround(many, many)));

        assertEquals(Optional.empty(), steps.of(2, true));
        assertEquals(Optional.of(many), steps.of(1, true));
        assertEquals(Optional.of(many), steps.of(3, true));
    }

    @Test
    void whatAnInputMethodSelectedIsSelectedBeforeItAndTheOthersStoodWhereTheyWere() {
        var now = Carets.of(List.of(CaretRange.at(1), CaretRange.at(5), CaretRange.at(9)), 1);

        var before = now.before(new Change(4, 3, 1));

        assertEquals(new CaretRange(4, 7), before.own());
        assertEquals(List.of(CaretRange.at(1), CaretRange.at(11)), before.others());
    }
}
