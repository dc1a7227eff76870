package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureViewModelTest {

    private static final String GREET = "Signature: greet(name, loud=False)\nType: function";

    private final SignatureViewModel hint = new SignatureViewModel();

    @Test
    void theParameterAtTheCaretFollowsIt() {
        var text = new PlayedText("greet('a'|)");
        hint.ask(text);
        assertEquals(List.of("0 greet|('a')"), text.assist.asked);

        text.assist.tell(GREET);
        assertEquals(0, hint.shownProperty().get().current());
        text.replace(9, 9, ", ");
        hint.caretMoved(text);

        assertEquals(1, hint.shownProperty().get().current());
        assertEquals(1, text.assist.asked.size());
    }

    @Test
    void leavingTheCallCloses() {
        var text = shown("greet(|)");

        text.caret = text.source.length();
        hint.caretMoved(text);

        assertNull(hint.shownProperty().get());
        assertFalse(hint.isActive());
    }

    @Test
    void leavingTheLineCloses() {
        var text = shown("greet(|)");

        text.replace(6, 6, "\n    ");
        hint.caretMoved(text);

        assertFalse(hint.isActive());
    }

    @Test
    void theCallInsideIsAskedForAndTheOuterOneAgainBehindIt() {
        var text = shown("greet(|)");

        text.replace(6, 6, "str(");
        hint.caretMoved(text);
        assertEquals("0 greet(str|()", text.assist.asked.getLast());
        text.replace(10, 10, "1)");
        hint.caretMoved(text);

        assertEquals("0 greet|(str(1))", text.assist.asked.getLast());
    }

    @Test
    void aLateAnswerAboutAnotherCallShowsNothing() {
        var text = new PlayedText("greet(|)");
        hint.ask(text);

        text.caret = text.source.length();
        text.assist.tell(GREET);

        assertNull(hint.shownProperty().get());
    }

    @Test
    void aKernelWithoutAnAnswerShowsNothing() {
        var text = new PlayedText("greet(|)");
        hint.ask(text);

        text.assist.tell(Lack.BUSY);

        assertFalse(hint.isActive());
    }

    private PlayedText shown(String textWithCaret) {
        var text = new PlayedText(textWithCaret);
        hint.ask(text);
        text.assist.tell(GREET);
        return text;
    }
}
