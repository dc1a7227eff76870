package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionViewModelTest {

    private final InspectionViewModel card = new InspectionViewModel();

    @Test
    void theWholeNameIsAskedAboutAndItsSourceWhenAskedAgain() {
        var text = new PlayedText("a.app|end(1)");

        card.ask(text);
        text.assist.tell("Docstring: Adds.");
        assertEquals("Docstring: Adds.", card.shownProperty().get().words().text());
        card.ask(text);

        assertEquals(List.of("0 a.append|(1)", "1 a.append|(1)"), text.assist.asked);
    }

    @Test
    void afterAnAnswerWithNothingItIsAskedBrieflyAgain() {
        var text = new PlayedText("x|");

        card.ask(text);
        text.assist.tell(Lack.BUSY);
        assertEquals(Lack.BUSY, card.shownProperty().get().lack());
        card.ask(text);
        text.assist.tell("");
        assertEquals(Lack.NOTHING, card.shownProperty().get().lack());

        assertEquals(List.of("0 x|", "0 x|"), text.assist.asked);
    }

    @Test
    void anAnswerAfterTheCardWasClosedShowsNothing() {
        var text = new PlayedText("x|");
        card.ask(text);

        card.close();
        text.assist.tell("words");

        assertNull(card.shownProperty().get());
    }
}
