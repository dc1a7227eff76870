package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class LongLinesUiTest {

    private static final int MOST_SHOWN = 6000;
    private static final String LINE =
            IntStream.range(0, 17_000)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", ", "data = [", "]"));
    private static final String SHORT = "x = 1\n";

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
    void onlyWhatIsNearTheCaretAndTheWindowIsLaidOut() {
        show(SHORT + "|" + LINE);
        assertFewAreShown();

        window.press(KeyCode.END);
        assertFewAreShown();
        assertEquals(SHORT + LINE + "|", window.textWithCaret());

        window.press(KeyCode.HOME);
        assertFewAreShown();
        assertEquals(SHORT + "|" + LINE, window.textWithCaret());
    }

    @Test
    void whatIsTypedAnywhereInTheLineIsThere() {
        int middle = SHORT.length() + LINE.length() / 2;
        show(SHORT + "|" + LINE);
        window.fx.run(() -> window.editor.moveTo(middle));

        window.type("한x");
        window.press(KeyCode.BACK_SPACE);
        window.press(KeyCode.END);
        window.type("#");

        var expected = new StringBuilder(SHORT + LINE + "#").insert(middle, "한").toString();
        assertEquals(expected, window.cell.source.toString());
        assertEquals(expected, window.fx.call(window.editor::text));
        assertFewAreShown();
    }

    @Test
    void theLineIsAsWideAsIfItWereWhole() {
        show(SHORT + "|" + LINE);
        window.press(KeyCode.END);

        double scrolled = window.fx.call(() -> area().getEstimatedScrollX());
        double width = LINE.length() * EditorMetrics.columnWidth();

        assertEquals(width - window.fx.call(() -> area().getWidth()), scrolled, 60);
    }

    @Test
    void theViewFollowsTheCaretAtTheEndOfASelection() {
        show(SHORT + "|" + LINE);

        window.press(KeyCode.SHIFT, KeyCode.END);
        window.press(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.LEFT);

        double end = LINE.length() * EditorMetrics.columnWidth();
        double right = window.fx.call(() -> area().getEstimatedScrollX() + area().getWidth());
        assertTrue(right > end - 100, () -> right + " of " + end + " pixels");
    }

    @Test
    void whatIsScrolledToIsShown() {
        show(SHORT + "|" + LINE);
        double toMiddle = LINE.length() / 2.0 * EditorMetrics.columnWidth();

        window.fx.run(() -> area().scrollXToPixel(toMiddle));
        window.fx.settle();
        window.fx.settle();

        int middle = LINE.length() / 2;
        var expected = LINE.substring(middle, middle + 60);
        assertTrue(shown().contains(expected), expected);
        assertFewAreShown();
        assertEquals(toMiddle, window.fx.call(() -> area().getEstimatedScrollX()), 1);
        assertEquals(SHORT + "|" + LINE, window.textWithCaret());
    }

    @Test
    void aSelectionOverGapsIsCopiedAndReplacedWhole() {
        show(SHORT + "|" + LINE + "\ny = 2");

        window.press(KeyCode.SHIFT, KeyCode.END);
        window.fx.run(() -> area().copy());
        assertEquals(LINE, window.fx.call(() -> Clipboard.getSystemClipboard().getString()));

        window.type("z");
        assertEquals(SHORT + "z|\ny = 2", window.textWithCaret());
    }

    @Test
    void linesAreMovedAndDuplicatedWhole() {
        show(SHORT + "|" + LINE);

        window.perform(TextCommand.MOVE_LINES_UP);
        assertEquals(LINE + "\nx = 1", window.cell.source.toString());

        window.perform(TextCommand.DUPLICATE_LINES);
        assertEquals(LINE + "\n" + LINE + "\nx = 1", window.cell.source.toString());
    }

    @Test
    void aWordIsDeletedOnlyToItsBeginningBehindAGap() {
        var words = "a = '" + "word ".repeat(10) + "x".repeat(8000) + "'";
        show("|" + words);
        int end = words.length() - 1;
        window.fx.run(() -> window.editor.moveTo(end));

        window.press(KeyCode.CONTROL, KeyCode.BACK_SPACE);

        assertEquals("a = '" + "word ".repeat(10) + "'", window.cell.source.toString());
    }

    @Test
    void whatIsFoundInAGapIsBroughtToSight() {
        show(SHORT + "|" + LINE);
        int at = (SHORT + LINE).indexOf(", 9000,") + 2;

        window.fx.run(
                () -> {
                    window.editor.markFound(new Marks(List.of(new Marks.Mark(at, at + 4, true))));
                    window.editor.showRange(at, at + 4);
                });
        window.fx.settle();

        assertTrue(shown().contains("8999, 9000, 9001"));
        assertEquals(at + 4, window.fx.call(window.editor::caretPosition));
        assertFewAreShown();
    }

    @Test
    void aLineThatBecomesLongGetsGaps() {
        show("|");

        window.fx.run(() -> window.editor.replaceSelection(LINE));
        window.fx.settle();
        window.press(KeyCode.LEFT);

        assertFewAreShown();
        assertEquals(LINE, window.cell.source.toString());
    }

    @Test
    void somebodyElsesChangeOfAHiddenPartIsTakenOver() {
        show("|" + LINE);
        int at = LINE.indexOf("9000");

        window.fx.run(() -> window.editor.applyChange(at, 4, "neun\ntausend"));
        window.press(KeyCode.RIGHT);

        assertEquals(LINE.replace("9000", "neun\ntausend"), window.fx.call(window.editor::text));
        assertFewAreShown();
    }

    @Test
    void theMiddleOfAVeryLongWordIsCutOutOfMarkdown() {
        var picture = "![](data:image/png;base64," + "iVBORw0KGgo".repeat(9000) + ")";
        window.fx.run(() -> window.editor.setWrapping(true));
        window.show("|# Title\n\n" + picture + "\n\nend", EditorLanguage.MARKDOWN, null);
        window.fx.settle();
        assertFewAreShown();
        assertEquals("⋯ 98,827 characters ⋯", chip());

        int middle = picture.length() / 2;
        window.fx.run(() -> window.editor.moveTo(middle));
        window.type("한");
        window.press(KeyCode.CONTROL, KeyCode.END);
        window.type("!");

        var expected = new StringBuilder("# Title\n\n" + picture + "\n\nend!").insert(middle, "한");
        assertEquals(expected.toString(), window.cell.source.toString());
        assertFewAreShown();
    }

    @Test
    void aTableWithAVeryLongWordIsLinedUpWhole() {
        var word = "x".repeat(20_000);
        window.fx.run(() -> window.editor.setWrapping(true));
        window.show("|", EditorLanguage.MARKDOWN, null);
        window.fx.run(
                () -> {
                    window.editor.replaceSelection("|a|b|\n|-|-|\n|" + word + "|1|");
                    window.editor.moveTo(1);
                });
        window.fx.settle();
        assertFewAreShown();

        window.press(KeyCode.TAB);

        assertTrue(window.cell.source.toString().contains("| " + word + " | 1 "));
        assertFewAreShown();
    }

    private String chip() {
        return window.fx.call(() -> ((Labeled) window.editor.lookup(".word-cut")).getText());
    }

    private void show(String textWithCaret) {
        window.show(textWithCaret, EditorLanguage.PYTHON, new FoldedCode());
        window.fx.settle();
    }

    private EditorArea area() {
        return (EditorArea) window.editor.lookup(".code-area");
    }

    private String shown() {
        return window.fx.call(() -> area().getText());
    }

    private void assertFewAreShown() {
        assertTrue(shown().length() < MOST_SHOWN, () -> shown().length() + " are shown");
    }
}
