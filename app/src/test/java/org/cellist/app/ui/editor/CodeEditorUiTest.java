package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.fxmisc.richtext.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class CodeEditorUiTest {

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
    void eachKeyTypedIsOneEdit() {
        window.show("|", EditorLanguage.PYTHON);

        window.type("a1");

        assertEquals(List.of("edited 0 0 a", "edited 1 0 1"), window.calls());
        assertEquals("a1|", window.textWithCaret());
    }

    @Test
    void aSelectionThatSeemsToEndBeforeItBeginsIsNoneForTheMoment() {
        window.show("one two\nthree|", EditorLanguage.PYTHON);
        var area = (EditorArea) window.fx.call(() -> window.editor.lookup(".code-area"));

        var range = window.fx.call(() -> area.getParagraphSelection(selection(5, 2), 0));
        var settled = window.fx.call(() -> area.getParagraphSelection(selection(2, 5), 0));

        assertEquals(0, range.getLength());
        assertEquals(3, settled.getLength());
    }

    /// A selection on the first line that says no more than where it lies.
    private static Selection<?, ?, ?> selection(int start, int end) {
        var answers =
                Map.of(
                        "getStartColumnPosition",
                        start,
                        "getEndColumnPosition",
                        end,
                        "getLength",
                        3);
        return (Selection<?, ?, ?>)
                Proxy.newProxyInstance(
                        Selection.class.getClassLoader(),
                        new Class<?>[] {Selection.class},
                        (_, method, _) ->
                                method.getReturnType() == int.class
                                        ? answers.getOrDefault(method.getName(), 0)
                                        : null);
    }

    @Test
    void theSecondOfTwoClicksBringsTheKeysBackToo() {
        window.show("one two|", EditorLanguage.PYTHON);
        var area = window.fx.call(() -> window.editor.lookup(".code-area"));
        var root = window.stage.getScene().getRoot();
        window.fx.run(root::requestFocus);

        window.fx.run(() -> area.fireEvent(secondPress()));

        assertTrue(window.fx.call(area::isFocused));
    }

    private static MouseEvent secondPress() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                20,
                20,
                20,
                20,
                MouseButton.PRIMARY,
                2,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Test
    void aForeignChangeIsShownAndNotReported() {
        window.show("one two|", EditorLanguage.PYTHON);

        window.fx.run(() -> window.editor.applyChange(0, 3, "three"));

        assertEquals("three two|", window.textWithCaret());
        assertEquals(List.of(), window.calls());
    }

    @Test
    void theCaretStaysWithItsTextWhenSomebodyElseChangesTextBeforeIt() {
        window.show("one| two", EditorLanguage.PYTHON);

        window.fx.run(() -> window.editor.applyChange(7, 0, "!"));
        window.fx.run(() -> window.editor.applyChange(0, 0, ">> "));

        assertEquals(">> one| two!", window.textWithCaret());
    }

    @Test
    void aRecycledEditorTellsTheOldCellNothing() {
        window.show("old|", EditorLanguage.PYTHON);
        var old = window.cell;
        window.fx.run(window.editor::park);

        window.show("new|", EditorLanguage.PYTHON);
        window.type("x");

        assertEquals(List.of(), old.calls);
        assertEquals(List.of("edited 3 0 x"), window.calls());
    }

    @Test
    void undoIsTheNotebooksAndChangesNothingHere() {
        window.show("|", EditorLanguage.PYTHON);
        window.type("a");

        window.press(KeyCode.SHORTCUT, KeyCode.Z);

        assertEquals(List.of("edited 0 0 a"), window.calls());
        assertEquals("a|", window.textWithCaret());
    }

    @Test
    void arrowsLeaveOverTheFirstAndTheLastLineOnly() {
        window.show("a\nb|", EditorLanguage.PYTHON);

        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ESCAPE);

        assertEquals(List.of("left TOP", "left BOTTOM", "escape"), window.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\nb\nc", "한글 🎻 漢字 かな\n\n\t끝", "a\r\nb\r\n"})
    void theHeightIsKnownWithoutBuildingAnEditor(String text) {
        window.show(text, EditorLanguage.PYTHON);

        assertEquals(EditorMetrics.heightFor(text), window.fx.call(window.editor::getHeight));
        var lastLine = window.fx.call(() -> window.editor.lookupAll(".paragraph-box").size());
        assertEquals(EditorMetrics.lineCount(text), lastLine);
    }

    @Test
    void longLineEndsOfTheSourceAreKept() {
        window.show("a\r\nb|\r\nc", EditorLanguage.PYTHON);

        window.press(KeyCode.ENTER);
        window.type("x");

        assertEquals("a\r\nb\r\nx|\r\nc", window.textWithCaret());
        assertEquals("a\r\nb\r\nx\r\nc", window.cell.source.toString());
    }

    @Test
    void aLongLineScrollsSidewaysWithTheCaretAndShowsABar() {
        window.show("x = '" + "0123456789".repeat(30) + "'|\ny", EditorLanguage.PYTHON);

        assertTrue(scrolledBy() > 1000);
        assertTrue(bar().isVisible());

        window.press(KeyCode.HOME);
        assertEquals(0, scrolledBy());

        window.show("short|", EditorLanguage.PYTHON);
        assertFalse(bar().isVisible());
    }

    @Test
    void theBarIsAsLongAsTheLongestLineAsksWhicheverLinesChanged() {
        var random = new Random(7);
        window.show("|", EditorLanguage.PYTHON);
        for (int i = 0; i < 60; i++) {
            int length = window.editor.text().length();
            int offset = random.nextInt(length + 1);
            int removed = random.nextInt(Math.min(length - offset, 400) + 1);
            var inserted = ("word 한글 ".repeat(random.nextInt(30)) + "\n").repeat(random.nextInt(3));
            window.fx.run(() -> window.editor.applyChange(offset, removed, inserted));
            window.fx.settle();

            assertEquals(lengthAskedFor(), barLength(), 0.01, window.editor.text());
        }
    }

    /// Returns the length that the longest line asks of the bar, 0 for no bar.
    private double lengthAskedFor() {
        double visible = window.fx.call(window.editor::getWidth) - 2 * EditorMetrics.PADDING_X;
        double columns =
                window.editor
                        .text()
                        .lines()
                        .mapToInt(line -> line.chars().map(c -> c < 128 ? 1 : 2).sum())
                        .max()
                        .orElse(0);
        double content = columns * EditorMetrics.columnWidth();
        return content - visible < 1 ? 0 : Math.max(24, visible * visible / content);
    }

    private double barLength() {
        var bar = (Rectangle) bar();
        return window.fx.call(() -> bar.isVisible() ? bar.getWidth() : 0);
    }

    @Test
    void aWrappingEditorGrowsWithTheRowsOfALongLine() {
        window.fx.run(() -> window.editor.setWrapping(true));
        window.show("word ".repeat(60) + "|", EditorLanguage.MARKDOWN);
        double wrapped = window.fx.call(window.editor::getHeight);

        window.show("word|", EditorLanguage.MARKDOWN);

        assertTrue(wrapped > EditorMetrics.heightFor(3), () -> "height " + wrapped);
        assertEquals(EditorMetrics.heightFor(1), window.fx.call(window.editor::getHeight), 6);
    }

    @Test
    void linesComeWithTheColoursOfTheirLanguage() {
        window.show("def f(): pass|", EditorLanguage.PYTHON);

        window.fx.await(
                "the keywords are coloured", () -> window.pieces(TokenStyle.KEYWORD).size() == 2);
        assertEquals(1, window.fx.call(() -> window.pieces(TokenStyle.FUNCTION).size()));
    }

    @Test
    void anOpenedStringColoursTheLinesBelowItWhenTheHandsRest() {
        window.show("|x = f(1)\ny = 2\n'''", EditorLanguage.PYTHON);
        window.fx.await(
                "the numbers are coloured", () -> window.pieces(TokenStyle.NUMBER).size() == 2);

        window.fx.run(() -> window.editor.applyChange(0, 0, "'''"));

        window.fx.await(
                "all is one string",
                () ->
                        window.pieces(TokenStyle.NUMBER).isEmpty()
                                && window.pieces(TokenStyle.STRING).size() == 3);
    }

    @Test
    void aLineTakesTheColoursOfWhatIsTypedIntoIt() {
        window.show("|\ny = 2", EditorLanguage.PYTHON);

        window.type("for");

        window.fx.await(
                "the word is a keyword", () -> window.pieces(TokenStyle.KEYWORD).size() == 1);
    }

    @Test
    void lineNumbersAreShownOnDemand() {
        window.show("a\nb|", EditorLanguage.PYTHON);
        assertEquals(0, window.fx.call(() -> window.editor.lookupAll(".line-number").size()));

        window.fx.run(() -> window.editor.lineNumbers(true));
        window.fx.settle();

        assertEquals(2, window.fx.call(() -> window.editor.lookupAll(".line-number").size()));
    }

    @Test
    void linesBeginAtOneEdgeWhateverTheirNumber() {
        window.show("a\nb\nc\nd\ne\nf\ng\nh\ni\nj|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.lineNumbers(true));
        window.fx.settle();

        var widths =
                window.fx.call(
                        () ->
                                window.editor.lookupAll(".line-number").stream()
                                        .map(each -> each.getLayoutBounds().getWidth())
                                        .distinct()
                                        .toList());
        assertEquals(1, widths.size(), widths::toString);
    }

    private double scrolledBy() {
        return window.fx.call(
                () -> ((EditorArea) window.editor.lookup(".code-area")).getEstimatedScrollX());
    }

    private Node bar() {
        return window.fx.call(() -> window.editor.lookup(".sideways-bar"));
    }
}
