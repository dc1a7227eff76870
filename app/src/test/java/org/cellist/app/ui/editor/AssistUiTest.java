package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Inspection, signatures, and input methods beside both.
@Tag("ui")
@ExtendWith(FxExtension.class)
class AssistUiTest {

    private AssistFixture window;

    @BeforeEach
    void open(Fx fx) {
        window = new AssistFixture(fx);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void shiftTabTellsAboutTheNameAndAgainItsSource() {
        window.show("gre|et(1)");

        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.tell("Docstring: Greets.");
        assertEquals("Docstring: Greets.", cardText());
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.tell("Source: def greet");

        assertEquals("Source: def greet", cardText());
        assertEquals(List.of("0 greet|(1)", "1 greet|(1)"), window.asked());
        assertEquals("gre|et(1)", window.textWithCaret());
    }

    @Test
    void shiftTabInTheIndentationAndOverSeveralLinesOutdents() {
        window.show("    |a\n    b");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("|a\n    b", window.textWithCaret());

        window.show("    a\n    b|");
        window.fx.run(() -> window.editor.select(5, 11));
        window.press(KeyCode.SHIFT, KeyCode.TAB);

        assertEquals("a\nb|", window.textWithCaret());
        assertEquals(List.of(), window.asked());
    }

    @Test
    void aSuggestionBelowAFoldedBlockComesToItsPlace() {
        window.show("if x:\n    |a\n    b\nz\ngre()\n");
        window.perform(TextCommand.FOLD);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.END);
        window.press(KeyCode.LEFT);
        window.press(KeyCode.LEFT);

        window.perform(TextCommand.COMPLETE);
        assertEquals("if x:\n    a\n    b\nz\ngre|()\n", window.asked().getLast());
        window.answer(20, 23, "greet", "grey");
        window.press(KeyCode.ENTER);

        assertEquals("if x:\n    a\n    b\nz\ngreet|()\n", window.textWithCaret());
        assertEquals("if x:\n    a\n    b\nz\ngreet()\n", window.cell.source.toString());
    }

    @Test
    void aSuggestionInTheLineOfAFoldedBlockOpensItAndKeepsIt() {
        window.show("for x in ra|:\n    a\n    b\n");
        window.perform(TextCommand.FOLD);

        window.perform(TextCommand.COMPLETE);
        window.answer(9, 11, "range", "rand");
        window.press(KeyCode.ENTER);

        assertEquals("for x in range|:\n    a\n    b\n", window.textWithCaret());
    }

    @Test
    void whatStandsBelowAFoldedBlockIsTold() {
        window.show("if x:\n    |a\n    b\ngreet(1)\n");
        window.perform(TextCommand.FOLD);
        window.press(KeyCode.DOWN);

        window.press(KeyCode.SHIFT, KeyCode.TAB);

        assertEquals("0 if x:\n    a\n    b\ngreet|(1)\n", window.asked().getLast());
    }

    @Test
    void escapeClosesTheCardAndTypingDoesToo() {
        window.show("greet|");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.tell("words");
        window.press(KeyCode.ESCAPE);
        assertFalse(window.isShown("assist-card"));

        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.tell("words");
        window.type("x");

        assertFalse(window.isShown("assist-card"));
        assertFalse(window.cell.calls.contains("escape"));
        assertEquals("greetx|", window.textWithCaret());
    }

    @Test
    void wordsAreSelectedWithTheMouseAndTheFocusStays() {
        window.show("greet|");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.tell("Docstring: Greets.");

        var start = window.fx.call(() -> words().localToScreen(20, 8));
        window.fx.robot().doubleClickOn(start);
        window.fx.settle();

        assertEquals("Docstring", window.fx.call(() -> words().getSelectedText()));
        assertTrue(window.fx.call(window.editor::isEditing));
    }

    @Test
    void documentationOfTheChoiceComesBesideTheListWhenItRests() {
        window.show("x.|");
        window.press(KeyCode.TAB);
        window.answer(2, 2, "append", "apply");

        window.press(KeyCode.DOWN);
        window.pass(149);
        assertEquals(1, window.asked().size());
        window.pass(1);
        assertEquals("0 x.apply|", window.asked().getLast());
        window.tell("Docstring: Applies.");

        assertEquals("Docstring: Applies.", cardText());
        assertEquals("x.|", window.textWithCaret());
        window.press(KeyCode.ESCAPE);
        assertFalse(window.isShown("assist-card"));
    }

    @Test
    void aParenthesisShowsTheSignatureUntilTheCallEnds() {
        window.show("|");

        window.typeAndRest("greet(");
        assertEquals("0 greet|()", window.asked().getLast());
        window.tell("Signature: greet(name, loud=False)");
        assertEquals("greet(name, loud=False)", window.signature());
        window.type("1");
        assertTrue(window.isShown("assist-hint"));
        window.type(")");

        assertFalse(window.isShown("assist-hint"));
        assertEquals("greet(1)|", window.textWithCaret());
    }

    @Test
    void controlShiftSpaceShowsTheSignature() {
        window.show("greet(1, |)");

        window.perform(TextCommand.SHOW_SIGNATURE);

        assertEquals(List.of("0 greet|(1, )"), window.asked());
    }

    @Test
    void nothingComesWhileASyllableIsComposedAndItsCommitIsOneEdit() {
        window.show("이|");

        window.compose("", "ㅎ");
        window.compose("", "하");
        window.pass(500);
        assertEquals(List.of(), window.asked());
        window.compose("", "한");
        window.compose("한", "ㄱ");
        window.pass(500);
        assertEquals(List.of(), window.asked());
        window.compose("", "글");
        window.compose("글", "");
        window.pass(200);

        assertEquals(List.of("edited 1 0 한", "edited 2 0 글"), window.cell.calls);
        assertEquals(List.of("이한글|"), window.asked());
    }

    @Test
    void aFurtherCaretClosesTheListAndNothingIsSuggestedAtSeveral() {
        window.show("fo|\nfo");
        window.press(KeyCode.TAB);
        window.answer(0, 2, "foo", "fork");
        assertTrue(window.isShown("assist-list"));

        window.perform(TextCommand.ADD_CARET_BELOW);
        assertFalse(window.isShown("assist-list"));
        window.typeAndRest("rk");

        assertEquals("fork\nfork|", window.textWithCaret());
        assertEquals(1, window.asked().size());
    }

    @Test
    void aCompositionClosesTheList() {
        window.show("x.|");
        window.press(KeyCode.TAB);
        window.answer(2, 2, "append", "apply");

        window.compose("", "ㅎ");
        assertFalse(window.isShown("assist-list"));
        window.compose("", "하");
        window.compose("하", "");

        assertEquals("x.하|", window.textWithCaret());
        assertEquals(List.of("edited 2 0 하"), window.cell.calls);
    }

    @Test
    void anAnswerThatComesDuringACompositionIsDropped() {
        window.show("ab|");
        window.press(KeyCode.TAB);

        window.compose("", "ㅎ");
        window.answer(0, 2, "abc");
        window.compose("", "하");
        window.compose("하", "");

        assertFalse(window.isShown("assist-list"));
        assertEquals("ab하|", window.textWithCaret());
    }

    private String cardText() {
        return window.fx.call(() -> words().getText());
    }

    private CodeArea words() {
        return (CodeArea) window.node("assist-card").lookup(".assist-words");
    }
}
