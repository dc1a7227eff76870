package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class TypingUiTest {

    private EditorFixture window;

    @BeforeEach
    void open(Fx fx) {
        window = new EditorFixture(fx);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void tabIndentsToTheNextStep() {
        window.show("ab|c", EditorLanguage.PYTHON);

        window.press(KeyCode.TAB);

        assertEquals("ab  |c", window.textWithCaret());
    }

    @Test
    void tabAndShiftTabMoveTheSelectedLinesAsOneEdit() {
        window.show("a\n\nb\nc|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.select(0, 4));

        window.press(KeyCode.TAB);
        assertEquals("    a\n\n    b|\nc", window.textWithCaret());

        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("a\n\nb|\nc", window.textWithCaret());
        assertEquals(2, window.calls().size());
    }

    @Test
    void enterAfterAColonIndentsInPythonAsOneEdit() {
        window.show("if x:  # why|", EditorLanguage.PYTHON);

        window.press(KeyCode.ENTER);

        assertEquals("if x:  # why\n    |", window.textWithCaret());
        assertEquals(1, window.calls().size());
    }

    @Test
    void enterBetweenBracesOpensThem() {
        window.show("  f(x) {|}", EditorLanguage.JAVA);

        window.press(KeyCode.ENTER);

        assertEquals("  f(x) {\n      |\n  }", window.textWithCaret());
    }

    @Test
    void enterAfterReturnGoesBackOneStep() {
        window.show("def f():\n    return 1|", EditorLanguage.PYTHON);

        window.press(KeyCode.ENTER);

        assertEquals("def f():\n    return 1\n|", window.textWithCaret());
    }

    @Test
    void backspaceRemovesAStepOfIndentation() {
        window.show("      |x", EditorLanguage.PYTHON);

        window.press(KeyCode.BACK_SPACE);

        assertEquals("    |x", window.textWithCaret());
    }

    @Test
    void homeGoesToTheCodeAndThenToTheLine() {
        window.show("    abc|", EditorLanguage.PYTHON);

        window.press(KeyCode.HOME);
        assertEquals("    |abc", window.textWithCaret());

        window.press(KeyCode.HOME);
        assertEquals("|    abc", window.textWithCaret());
    }

    @Test
    void anOpeningBracketBringsItsPartnerWhichIsSteppedOver() {
        window.show("f|", EditorLanguage.PYTHON);

        window.type("(1)");

        assertEquals("f(1)|", window.textWithCaret());
        assertEquals("f(1)", window.cell.source.toString());
    }

    @Test
    void aBracketThatStoodThereBeforeIsNotSteppedOver() {
        window.show("f|)", EditorLanguage.PYTHON);

        window.type(")");

        assertEquals("f)|)", window.textWithCaret());
    }

    @Test
    void backspaceInsideAnEmptyPairDeletesBoth() {
        window.show("|", EditorLanguage.PYTHON);

        window.type("[");
        window.press(KeyCode.BACK_SPACE);

        assertEquals("|", window.textWithCaret());
    }

    @Test
    void threeQuotesBeginALongString() {
        window.show("|", EditorLanguage.PYTHON);

        window.type("\"\"\"");

        assertEquals("\"\"\"|", window.textWithCaret());
    }

    @Test
    void anApostropheInAWordBringsNoPartner() {
        window.show("don|", EditorLanguage.PYTHON);

        window.type("'t");

        assertEquals("don't|", window.textWithCaret());
    }

    @Test
    void aBracketEnclosesTheSelection() {
        window.show("a b|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.select(0, 3));

        window.type("(");

        assertEquals("(a b|)", window.textWithCaret());
        assertEquals(List.of("edited 0 3 (a b)"), window.calls());
    }

    @Test
    void commentsAreToggledInTheColumnOfTheLeastIndentedLine() {
        window.show("  a\n\n    b|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.select(0, 9));

        window.perform(TextCommand.TOGGLE_COMMENT);
        assertEquals("  # a\n\n  #   b", window.fx.call(window.editor::text));

        window.perform(TextCommand.TOGGLE_COMMENT);
        assertEquals("  a\n\n    b", window.fx.call(window.editor::text));
    }

    @Test
    void htmlCommentsHaveTwoEnds() {
        window.show("<b>|", EditorLanguage.HTML);

        window.perform(TextCommand.TOGGLE_COMMENT);
        assertEquals("<!-- <b> -->", window.fx.call(window.editor::text));

        window.perform(TextCommand.TOGGLE_COMMENT);
        assertEquals("<b>", window.fx.call(window.editor::text));
    }

    @Test
    void aDoubleClickSelectsAWordOfHangul() {
        window.show("print(|한글_이름, x)", EditorLanguage.PYTHON);

        window.fx.run(() -> ((EditorArea) window.editor.lookup(".code-area")).selectWord());

        assertEquals("한글_이름", window.selectedText());
    }

    @Test
    void wordByWordTheCaretCrossesHangulAndLineEnds() {
        window.show("한글 = f(x)\n둘|", EditorLanguage.PYTHON);

        window.press(KeyCode.SHORTCUT, KeyCode.LEFT);
        assertEquals("한글 = f(x)\n|둘", window.textWithCaret());
        window.press(KeyCode.SHORTCUT, KeyCode.LEFT);
        assertEquals("한글 = f(x|)\n둘", window.textWithCaret());
        window.press(KeyCode.SHORTCUT, KeyCode.HOME);
        window.press(KeyCode.SHORTCUT, KeyCode.RIGHT);
        assertEquals("한글 |= f(x)\n둘", window.textWithCaret());
    }

    @Test
    void deletingAWordIsOneEdit() {
        window.show("a 한글|", EditorLanguage.PYTHON);

        window.press(KeyCode.SHORTCUT, KeyCode.BACK_SPACE);

        assertEquals("a |", window.textWithCaret());
        assertEquals(List.of("edited 2 2 "), window.calls());
    }
}
