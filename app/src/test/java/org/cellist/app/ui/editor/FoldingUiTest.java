package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class FoldingUiTest {

    private static final String CODE = "def f(x):\n    a\n    b\nz\nif z:\n    y";

    private final FoldedCode folded = new FoldedCode();
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
    void theBlockAroundTheCaretIsHiddenButForItsFirstLine() {
        show("def f(x):\n    a|\n    b\nz\n");
        double height = height();

        window.perform(TextCommand.FOLD);

        assertEquals("def f(x):\nz\n", shown());
        assertEquals("def f(x):|\n    a\n    b\nz\n", window.textWithCaret());
        assertEquals(height - 2 * EditorMetrics.lineHeight(), height());
        assertEquals(List.of(), window.calls());

        window.perform(TextCommand.UNFOLD);

        assertEquals("def f(x):\n    a\n    b\nz\n", shown());
        assertEquals(height, height());
    }

    @Test
    void allBlocksAreFoldedAndOpened() {
        show(CODE);

        window.perform(TextCommand.FOLD_ALL);
        assertEquals("def f(x):\nz\nif z:", shown());

        window.perform(TextCommand.UNFOLD_ALL);
        assertEquals(CODE, shown());
    }

    @Test
    void whatIsFoldedInABlockStaysSoUntilItIsOpenedOrWritten() {
        var code = "def f(x):\n    if x:\n        a\n    b";
        show("|" + code);
        window.perform(TextCommand.FOLD_ALL);
        assertEquals("def f(x):", shown());

        window.perform(TextCommand.UNFOLD);
        assertEquals("def f(x):\n    if x:\n    b", shown());
        window.perform(TextCommand.FOLD_ALL);
        window.fx.run(() -> window.editor.select(code.length(), code.length()));
        assertEquals("def f(x):\n    if x:\n    b", shown());

        window.perform(TextCommand.FOLD_ALL);
        window.press(KeyCode.END);
        window.press(KeyCode.DELETE);
        assertEquals("def f(x):    if x:\n        a\n    b", shown());
    }

    @Test
    void theCaretGoesFromTheFoldedLineToTheNextOne() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);

        window.press(KeyCode.DOWN);

        assertEquals(CODE.replace("z\nif", "|z\nif"), window.textWithCaret());
    }

    @Test
    void deletingTheLineEndOfAFoldedLineOpensTheBlockFirst() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);
        window.press(KeyCode.END);

        window.press(KeyCode.DELETE);

        assertEquals("def f(x):|    a\n    b\nz\nif z:\n    y", window.textWithCaret());
    }

    @Test
    void backspaceBelowAFoldedBlockOpensIt() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);
        window.press(KeyCode.DOWN);

        window.press(KeyCode.BACK_SPACE);

        assertEquals("def f(x):\n    a\n    b|z\nif z:\n    y", window.textWithCaret());
    }

    @Test
    void typingWithinTheFirstLineLeavesItFolded() {
        show("def f(|x):\n    a\n    b\nz");
        window.perform(TextCommand.FOLD);
        window.fx.run(() -> window.editor.moveTo(6));

        window.type("y");

        assertEquals("def f(yx):\nz", shown());
        assertEquals("def f(yx):\n    a\n    b\nz", window.cell.source.toString());
    }

    @Test
    void aCopyOfAFoldedBlockHasTheHiddenLines() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);

        window.press(KeyCode.SHORTCUT, KeyCode.C);

        assertEquals(
                "def f(x):\n    a\n    b\n",
                window.fx.call(() -> Clipboard.getSystemClipboard().getString()));
        window.press(KeyCode.SHORTCUT, KeyCode.X);
        assertEquals("|z\nif z:\n    y", window.textWithCaret());
    }

    @Test
    void aChangeThatNobodyOpenedABlockForGoesOnlyUpToIt() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);

        window.fx.run(() -> area().replaceText(0, area().getLength(), "q"));

        assertEquals("q\n    a\n    b\nz\nif z:\n    y", window.cell.source.toString());
        assertEquals("q\n    a\n    b\nz\nif z:", shown());
    }

    @Test
    void aPlaceInAFoldedBlockOpensIt() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);
        int place = CODE.indexOf("b");

        double top = window.fx.call(() -> window.editor.showRange(place, place + 1));

        assertEquals("def f(x):\n    a\n    b\nz\nif z:", shown());
        assertEquals(EditorMetrics.PADDING_Y + 2 * EditorMetrics.lineHeight(), top);
        assertEquals(
                new IndexRange(place + 1, place + 1), window.fx.call(window.editor::selection));
    }

    @Test
    void whatSomebodyElseChangesInAFoldedBlockIsShown() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);

        window.fx.run(() -> window.editor.applyChange(CODE.indexOf("z\n"), 1, "zz"));
        assertEquals("def f(x):\nzz\nif z:", shown());

        window.fx.run(() -> window.editor.applyChange(CODE.indexOf("a"), 1, "aa"));
        assertEquals("def f(x):\n    aa\n    b\nzz\nif z:", shown());
    }

    @Test
    void theSameIsFoldedWhenTheSourceIsShownAgain() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD_ALL);

        window.fx.run(window.editor::park);
        window.show("other", EditorLanguage.PYTHON);
        assertEquals("other", shown());
        assertEquals(
                3 * EditorMetrics.lineHeight() + 2 * EditorMetrics.PADDING_Y,
                EditorMetrics.heightFor(CODE, folded));

        show("|" + CODE);
        assertEquals("def f(x):\nz\nif z:", shown());
    }

    @Test
    void linesKeepTheirNumbers() {
        window.fx.run(() -> window.editor.lineNumbers(true));
        show("|" + CODE);

        window.perform(TextCommand.FOLD);

        assertEquals(List.of("1", "4", "5", "6"), numbers());
        window.fx.run(() -> window.editor.applyChange(0, 0, "\n"));
        assertEquals(List.of("1", "2", "5", "6", "7"), numbers());
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertEquals(List.of("1", "2", "5", "6", "7", "8"), numbers());
        window.fx.run(() -> window.editor.applyChange(0, 1, ""));
        window.press(KeyCode.BACK_SPACE);
        window.perform(TextCommand.UNFOLD_ALL);
        assertEquals(List.of("1", "2", "3", "4", "5", "6"), numbers());
    }

    @Test
    void coloursAndMarksAreThereAgainWhenABlockIsOpened() {
        show("|if x:\n    'word'\nz = 1");
        window.fx.run(
                () -> window.editor.markFound(new Marks(List.of(new Marks.Mark(11, 15, false)))));
        window.fx.settle();
        awaitColours(11);
        var before = window.fx.call(() -> area().getStyleOfChar(11));

        window.perform(TextCommand.FOLD);
        assertEquals("if x:\nz = 1", shown());
        window.perform(TextCommand.UNFOLD);

        assertEquals(before, window.fx.call(() -> area().getStyleOfChar(11)));
        assertEquals(List.of("string", "found"), List.copyOf(before));
    }

    @Test
    void aClickOnTheChipOpensTheBlock() {
        show("|" + CODE);
        window.perform(TextCommand.FOLD);
        window.fx.settle();

        var chip = chip();
        var place = window.fx.call(() -> chip.localToScreen(new Point2D(8, 6)));
        window.fx.robot().clickOn(place);
        window.fx.settle();

        assertEquals(CODE, shown());
    }

    @Test
    void everyOccurrenceIsSelectedAlsoAHiddenOne() {
        show("|a = 1\nif a:\n    a\n");
        window.perform(TextCommand.FOLD_ALL);

        window.perform(TextCommand.SELECT_ALL_OCCURRENCES);
        window.type("b");

        assertEquals("b = 1\nif b:\n    b\n", window.cell.source.toString());
    }

    @Test
    void longLineEndsStay() {
        show("|if x:\r\n    a\r\nb");
        window.perform(TextCommand.FOLD);
        window.press(KeyCode.DOWN);

        window.type("c");

        assertEquals("if x:\nb".replace("b", "cb"), shown());
        assertEquals("if x:\r\n    a\r\ncb", window.cell.source.toString());
    }

    @Test
    void nothingIsFoldedInMarkdownAndWhereNothingCanBe() {
        window.show("- a\n    - b\n|", EditorLanguage.MARKDOWN, folded);
        window.perform(TextCommand.FOLD_ALL);
        assertEquals("- a\n    - b\n", shown());

        window.show("if x:\n    y|", EditorLanguage.PYTHON);
        window.perform(TextCommand.FOLD_ALL);
        assertEquals("if x:\n    y", shown());
    }

    @Test
    void aVeryLongSourceIsFoldedAndOpened() {
        var body = "\n    return 1\n    return 2\n    return 3\n    return 4";
        var text =
                IntStream.range(0, 4_000)
                        .mapToObj(i -> "def f" + i + "():" + body)
                        .collect(Collectors.joining("\n"));
        var whole = new FoldedCode();
        window.fx.prepare(() -> performed(text, whole, TextCommand.FOLD_ALL));
        assertEquals(text.replace(body, ""), shown());
        assertEquals(16_000, whole.in(text).hiddenLines());

        window.fx.prepare(() -> performed("", null, TextCommand.UNFOLD_ALL));
        assertEquals(text, shown());
    }

    /// Shows a source, if there is one, and performs a command.
    private boolean performed(String text, @Nullable FoldedCode folds, TextCommand command) {
        if (!text.isEmpty()) {
            window.editor.show(text, EditorLanguage.PLAIN, folds);
        }
        window.editor.perform(command);
        return true;
    }

    private void show(String textWithCaret) {
        window.show(textWithCaret, EditorLanguage.PYTHON, folded);
    }

    private CodeTextArea area() {
        return (CodeTextArea) window.editor.getChildrenUnmodifiable().getFirst();
    }

    private String shown() {
        return window.fx.call(() -> area().getText());
    }

    private double height() {
        return window.fx.call(() -> window.editor.prefHeight(700));
    }

    private void awaitColours(int offset) {
        window.fx.await("colours", () -> area().getStyleOfChar(offset).contains("string"));
    }

    private Label chip() {
        window.fx.await("a chip", () -> window.editor.lookup(".fold-chip") != null);
        return (Label) window.fx.call(() -> window.editor.lookup(".fold-chip"));
    }

    private List<String> numbers() {
        window.fx.settle();
        return window.fx.call(
                () ->
                        area().lookupAll(".line-number").stream()
                                .map(node -> ((Label) node).getText())
                                .map(Integer::valueOf)
                                .sorted()
                                .map(String::valueOf)
                                .toList());
    }
}
