package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.editor.completion.Lack;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class CompletionUiTest {

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
    void suggestionsComeWhenTheHandsRestAndNotBefore() {
        window.show("|");

        window.type("pri");
        window.pass(100);
        assertEquals(List.of(), window.asked());
        window.type("n");
        window.pass(119);
        assertEquals(List.of(), window.asked());
        window.pass(1);

        assertEquals(List.of("prin|"), window.asked());
        window.answer(0, 4, "print", "princess");
        assertEquals(List.of("print*", "princess"), window.names());
    }

    @Test
    void tabTakesTheChoiceInOneEdit() {
        opened("x = ap", 4, "apply", "apples");

        window.press(KeyCode.DOWN);
        window.press(KeyCode.TAB);

        assertEquals("x = apples|", window.textWithCaret());
        assertEquals("edited 4 2 apples", window.cell.calls.getLast());
        assertEquals(List.of(), window.names());
    }

    @Test
    void enterTakesTheChoiceAndIsNoLineEnd() {
        opened("ap", 0, "apply", "apples");

        window.press(KeyCode.ENTER);

        assertEquals("apply|", window.textWithCaret());
    }

    @Test
    void enterEndsTheLineWhenTheChoiceIsTypedInFull() {
        opened("print", 0, "print", "printer");

        window.press(KeyCode.ENTER);

        assertEquals("print\n|", window.textWithCaret());
        assertEquals(List.of(), window.names());
    }

    @Test
    void escapeClosesTheListAndOnlyTheNextLeavesTheCell() {
        opened("ap", 0, "apply", "apples");

        window.press(KeyCode.ESCAPE);
        assertFalse(window.isShown("assist-list"));
        assertFalse(window.cell.calls.contains("escape"));
        window.press(KeyCode.ESCAPE);

        assertEquals("escape", window.cell.calls.getLast());
    }

    @Test
    void arrowsChooseAndDoNotLeaveTheCell() {
        opened("a", 0, "a1", "a2", "a3", "a4");

        window.press(KeyCode.UP);
        assertEquals(List.of("a1", "a2", "a3", "a4*"), window.names());
        window.press(KeyCode.DOWN);

        assertEquals(List.of("a1*", "a2", "a3", "a4"), window.names());
        assertEquals("a|", window.textWithCaret());
    }

    @Test
    void lettersFilterAndAnotherSignClosesAndIsTyped() {
        opened("a", 0, "apply", "append", "abs");

        window.type("p");
        assertEquals(List.of("apply*", "append"), window.names());
        window.type("(");

        assertEquals("ap(|)", window.textWithCaret());
        assertFalse(window.isShown("assist-list"));
    }

    @Test
    void aDotAsksAtOnce() {
        window.show("|");
        window.type("text.");
        window.pass(20);

        assertEquals(List.of("text.|"), window.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ab|'", "# ab|", "%ab|", "12|", "f'ab|'"})
    void inTextNumbersAndMagicsNothingComesUnasked(String text) {
        window.show(text);
        window.fx.await("it is coloured", () -> isColoured(text));

        window.typeAndRest("c");

        assertEquals(List.of(), window.asked());
    }

    private boolean isColoured(String text) {
        var token =
                text.startsWith("#")
                        ? TokenStyle.COMMENT
                        : text.contains("'") ? TokenStyle.STRING : null;
        return token == null || !EditorFixture.pieces(window.editor, token).isEmpty();
    }

    @Test
    void tabAsksBehindANameAndIndentsBehindASpace() {
        window.show("ab|");
        window.press(KeyCode.TAB);
        assertEquals(List.of("ab|"), window.asked());

        window.show("ab |");
        window.press(KeyCode.TAB);

        assertEquals("ab  |", window.textWithCaret());
        assertEquals(1, window.asked().size());
    }

    @Test
    void tabOnTheOnlySuggestionTakesIt() {
        window.show("x.appe|");
        window.press(KeyCode.TAB);

        window.answer(2, 6, "append");

        assertEquals("x.append|", window.textWithCaret());
    }

    @Test
    void controlSpaceAsksAnywhere() {
        window.show("'data/|'");

        window.perform(TextCommand.COMPLETE);

        assertEquals(List.of("'data/|'"), window.asked());
        assertEquals("'data/|'", window.textWithCaret());
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksHearsWhyThereIsNothing(Lack why) {
        window.show("zz|");
        window.press(KeyCode.TAB);

        window.fx.run(() -> window.assist.lack(why));
        window.fx.settle();

        assertEquals(List.of(), window.names());
        assertFalse(window.note().isEmpty());
        window.type("z");
        assertFalse(window.isShown("assist-list"));
    }

    @Test
    void aBusyKernelLeavesNamesOfTheNotebook() {
        window.assist.words = List.of("greet", "grid");
        window.show("|");
        window.typeAndRest("gr");

        window.fx.run(() -> window.assist.lack(Lack.BUSY));
        window.fx.settle();

        assertEquals(List.of("greet*", "grid"), window.names());
        assertFalse(window.note().isEmpty());
    }

    @Test
    void theOnesTurnedOffComeOnlyWhenAskedFor() {
        window.assist.suggestsUnasked = false;
        window.show("|");

        window.typeAndRest("print(");
        assertEquals(List.of(), window.asked());
        window.type("ab");
        window.press(KeyCode.TAB);

        assertEquals(List.of("print(ab|)"), window.asked());
    }

    @Test
    void clickingTakes() {
        opened("a", 0, "apply", "append");

        window.fx.robot().clickOn(window.fx.call(() -> row(1)));
        window.pass(0);

        assertEquals("append|", window.textWithCaret());
        assertTrue(window.fx.call(window.editor::isEditing));
    }

    @Test
    void losingTheFocusClosesAndSoDoesParking() {
        opened("a", 0, "apply", "append");
        var other = window.fx.call(() -> new Button("x"));
        window.fx.run(() -> window.page.getChildren().add(other));

        window.fx.run(other::requestFocus);
        assertFalse(window.isShown("assist-list"));

        opened("a", 0, "apply", "append");
        window.fx.run(window.editor::park);
        assertFalse(window.isShown("assist-list"));
    }

    @Test
    void scrollingAwayCloses() {
        opened("a", 0, "apply", "append");

        window.fx.run(() -> window.page.setTranslateY(40));
        window.fx.settle();

        assertFalse(window.isShown("assist-list"));
    }

    @Test
    void aForeignChangeCloses() {
        opened("a", 0, "apply", "append");

        window.fx.run(() -> window.editor.applyChange(0, 1, "b"));
        window.fx.settle();

        assertFalse(window.isShown("assist-list"));
    }

    @Test
    void theListFlipsAboveALineAtTheWindowsEnd() {
        window.show("\n".repeat(27) + "|");
        window.typeAndRest("ab");
        window.answer(27, 29, "abc", "abd");

        double caretLine = 8 + 27 * EditorMetrics.lineHeight();
        double end = window.fx.call(() -> window.node("assist-list").getBoundsInParent().getMaxY());
        assertEquals(caretLine, end, 4);
    }

    @Test
    void theKeysThatRunTheCellCloseTheListAndTakeNothing() {
        for (var modifier : List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT)) {
            opened("ap", 0, "apply", "append");

            window.press(modifier, KeyCode.ENTER);

            assertFalse(window.isShown("assist-list"));
            assertFalse(window.textWithCaret().contains("apply"));
        }
    }

    @Test
    void aCellOfTwentyThousandLinesIsAskedAboutOnlyOnDemand() {
        window.show("ab|\n" + "value = 1\n".repeat(20_000));

        window.typeAndRest("c");
        assertEquals(List.of(), window.asked());
        window.press(KeyCode.TAB);
        window.answer(0, 3, "abcd", "abce");

        assertEquals(List.of("abcd*", "abce"), window.names());
        window.press(KeyCode.TAB);
        assertTrue(window.textWithCaret().startsWith("abcd|\n"));
    }

    @Test
    void aLineOfAHundredThousandCharactersIsAskedAboutOnlyOnDemand() {
        window.show("x = '" + "a".repeat(100_000) + "' + ab|");

        window.typeAndRest("c");
        assertEquals(List.of(), window.asked());
        window.press(KeyCode.TAB);
        window.answer(100_009, 100_012, "abcd");

        assertTrue(window.textWithCaret().endsWith("' + abcd|"));
    }

    private void opened(String text, int start, String... names) {
        window.show("|");
        int before = window.asked().size();
        window.typeAndRest(text);
        if (window.asked().size() == before) {
            window.press(KeyCode.TAB);
        }
        window.answer(start, text.length(), names);
        assertEquals(names.length, window.names().size());
    }

    private Node row(int index) {
        return window.node("assist-list").lookupAll(".assist-row").stream().toList().get(index);
    }
}
