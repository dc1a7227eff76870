package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Typography;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An editor whose letters are set otherwise while it is used.
@Tag("ui")
@ExtendWith(FxExtension.class)
class EditorTypeUiTest {

    private static final CodeType LARGE = CodeType.own(18, 160);

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
    void linesAreAsHighAndLettersAsWideAsChosen() {
        window.show("one = 1\ntwo = 2\nthree = 3", EditorLanguage.PYTHON);

        set(LARGE, 0);

        assertEquals(3 * 29 + 16, window.fx.call(() -> window.editor.prefHeight(-1)));
        assertEquals(3 * 29 + 16, window.fx.call(() -> window.editor.getHeight()));
        assertEquals(10.8, bounds(0).getWidth(), 0.01);
        assertEquals(29, bounds(8).getMinY() - bounds(0).getMinY(), 0.01);
        assertEquals(58, bounds(16).getMinY() - bounds(0).getMinY(), 0.01);
    }

    @Test
    void linesMayBeCloserThanTheirLetters() {
        window.show("one = 1\ntwo = 2", EditorLanguage.PYTHON);

        set(CodeType.own(20, 120), 0);

        assertEquals(24, bounds(8).getMinY() - bounds(0).getMinY(), 0.01);
    }

    @Test
    void rowsOfALineThatWrapsAreAsHighAsChosen() {
        window.fx.run(() -> window.editor.setWrapping(true));
        window.show("some words that go on ".repeat(10), EditorLanguage.MARKDOWN);

        set(LARGE, 0);

        int rows = window.fx.call(() -> area().getParagraphLinesCount(0));
        assertTrue(rows > 2, rows + " rows");
        assertEquals(rows * 29 + 16, window.fx.call(() -> window.editor.prefHeight(700)));
        double top = bounds(0).getMinY();
        assertEquals(8, top - editorTop(), 8);
        int last = area().getLength() - 2;
        assertEquals((rows - 1) * 29, bounds(last).getMinY() - top, 0.5);
    }

    @Test
    void caretSelectionAndCompositionStay() {
        window.show("one two|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.select(4, 7));

        set(LARGE, 0);

        assertEquals("two", window.selectedText());
        compose("하");
        set(CodeType.own(15, 160), 0);
        assertEquals("one 하", window.fx.call(() -> area().getText()));
        assertEquals(List.of(), window.calls());
        assertEquals("one two", window.fx.call(() -> window.editor.text()));
    }

    @Test
    void whatIsFoldedStaysFolded() {
        var folded = new FoldedCode();
        window.show("def f():\n    a = 1\n    b = 2\nf()", EditorLanguage.PYTHON, folded);
        window.perform(TextCommand.FOLD_ALL);
        assertEquals(2 * 21 + 16, window.fx.call(() -> window.editor.prefHeight(-1)));

        set(LARGE, 0);

        assertEquals(2 * 29 + 16, window.fx.call(() -> window.editor.prefHeight(-1)));
        assertEquals("def f():\nf()", window.fx.call(() -> area().getText()));
    }

    @Test
    void theRulerStandsBehindItsColumnWhateverIsLeftOfTheText() {
        window.show("0123456789".repeat(6) + "\n", EditorLanguage.PYTHON);

        set(CodeType.STANDARD, 40);
        assertEquals(bounds(40).getMinX(), rulerX(), 1);

        window.fx.run(() -> window.editor.lineNumbers(true));
        set(LARGE, 40);
        assertEquals(2 * 10.8 + 14 + 14, bounds(0).getMinX() - editorLeft(), 1);
        assertEquals(bounds(40).getMinX(), rulerX(), 1);

        window.fx.run(() -> area().scrollXToPixel(60));
        window.fx.settle();
        assertEquals(bounds(40).getMinX(), rulerX(), 1);
        assertEquals(
                window.fx.call(() -> window.editor.getHeight()),
                window.fx.call(() -> ruler().getHeight()));
    }

    @Test
    void thereIsNoRulerWhereNoneIsChosenAndWhereLinesWrap() {
        window.show("0123456789\n", EditorLanguage.PYTHON);
        assertNull(window.fx.call(() -> window.editor.lookup(".ruler")));

        set(CodeType.STANDARD, 5);
        assertTrue(window.fx.call(() -> ruler().isVisible()));

        window.fx.run(() -> window.editor.setWrapping(true));
        window.fx.settle();
        assertFalse(window.fx.call(() -> ruler().isVisible()));

        set(CodeType.STANDARD, 0);
        assertNull(window.fx.call(() -> window.editor.lookup(".ruler")));
    }

    @Test
    void lettersOfTwoColumnsAreTakenFromTheProgramsFamily() {
        window.show("a = '한글 かな' # 漢字|", EditorLanguage.PYTHON);

        set(withWideAt(20), 0);

        assertEquals(7.8, bounds(0).getWidth(), 0.01);
        assertEquals(24, bounds(5).getWidth(), 0.01);
        assertEquals(12, bounds(7).getWidth(), 0.01, "a space between them is one column");
        assertEquals(24, bounds(14).getWidth(), 0.01);
        compose("한");
        assertEquals(24, bounds(16).getWidth(), 0.01, "from the first step");
    }

    @Test
    void allLinesOfALongSourceHaveTheirPlace() {
        window.show("value = 1\n".repeat(300), EditorLanguage.PYTHON);

        set(LARGE, 0);

        assertEquals(301 * 29 + 16, window.fx.call(() -> window.editor.prefHeight(-1)));
        assertEquals(10 * 29 + 8, bounds(100).getMinY() - editorTop(), 6);
    }

    /// A family whose wide letters are not of two columns.
    private static CodeType withWideAt(double size) {
        var own = CodeType.STANDARD;
        return new CodeType(
                own.family(),
                own.size(),
                own.lineHeight(),
                own.columnWidth(),
                own.ascent(),
                own.descent(),
                size,
                0);
    }

    private void set(CodeType code, int ruler) {
        window.fx.setType(new Typography(code, Typography.TEXT_SIZE, ruler));
        window.fx.settle();
    }

    private CodeTextArea area() {
        return (CodeTextArea) window.editor.getChildrenUnmodifiable().getFirst();
    }

    private Rectangle ruler() {
        return (Rectangle) window.editor.lookup(".ruler");
    }

    private double rulerX() {
        return window.fx.call(() -> ruler().localToScreen(ruler().getX(), 0).getX());
    }

    private double editorLeft() {
        return window.fx.call(() -> window.editor.localToScreen(0, 0).getX());
    }

    private double editorTop() {
        return window.fx.call(() -> window.editor.localToScreen(0, 0).getY());
    }

    /// RichTextFX says one pixel more on each side.
    private Bounds bounds(int offset) {
        var found =
                window.fx.call(
                        () -> area().getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow());
        return new BoundingBox(
                found.getMinX() + 1,
                found.getMinY() + 1,
                found.getWidth() - 2,
                found.getHeight() - 2);
    }

    private void compose(String text) {
        var run = new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW);
        window.fx.run(
                () ->
                        area().fireEvent(
                                        new InputMethodEvent(
                                                area(),
                                                area(),
                                                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                                List.of(run),
                                                "",
                                                text.length())));
        window.fx.settle();
    }
}
