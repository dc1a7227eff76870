package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.ui.editor.completion.PlainWords.Label;
import org.junit.jupiter.api.Test;

class PlainWordsTest {

    @Test
    void aTerminalsSignsGoAndHeadingsAreKnown() {
        var words =
                PlainWords.of(
                        """
                        \u001b[0;31mSignature:\u001b[0m \u001b[38;5;28mf\u001b[0m()\r
                        \u001b[31mDocstring:\u001b[39m
                        Says: Type of 한글 😀
                        """);

        assertEquals("Signature: f()\nDocstring:\nSays: Type of 한글 😀", words.text());
        assertEquals(List.of(new Label(0, 10), new Label(15, 25)), words.labels());
        assertEquals("Says: Type of 한글 😀", words.part("Docstring"));
        assertEquals("", words.part("Type"));
    }

    @Test
    void lettersThatAreUnderlinedOrPrintedTwiceStandOnce() {
        assertEquals("Usage: 한", PlainWords.of("_\bU_\bs_\ba_\bg_\be: 한\b한\n\b").text());
    }

    @Test
    void moreThanAnybodyReadsIsCut() {
        var words = PlainWords.of("x".repeat(PlainWords.MOST_UNITS + 1));

        assertEquals(PlainWords.MOST_UNITS, words.text().length());
        assertTrue(words.isCut());
    }
}
