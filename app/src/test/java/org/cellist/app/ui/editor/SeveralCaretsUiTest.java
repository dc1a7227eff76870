package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
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
class SeveralCaretsUiTest {

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
    void aKeyIsTypedAtEachCaretAsOneEdit() {
        window.show("a|\nb\nc", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.type("x");

        assertEquals("ax\nbx\ncx", text());
        assertEquals(List.of("together 5 0 x, 3 0 x, 1 0 x"), window.calls());
        assertEquals(text(), window.cell.source.toString());
    }

    @Test
    void lettersWordsAndLinesAreDeletedAtEach() {
        window.show("one two|\none two\none two", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.BACK_SPACE);
        assertEquals("one tw\none tw\none two", text());
        window.press(KeyCode.SHORTCUT, KeyCode.BACK_SPACE);
        assertEquals("one \none \none two", text());
        window.press(KeyCode.HOME);
        window.press(KeyCode.DELETE);
        assertEquals("ne \nne \none two", text());
        assertEquals(text(), window.cell.source.toString());
    }

    @Test
    void enterIndentsAndTabStepsAtEach() {
        window.show("if a:|\nif b:", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.ENTER);
        window.type("x");
        assertEquals("if a:\n    x\nif b:\n    x", text());
        window.press(KeyCode.TAB);
        assertEquals("if a:\n    x   \nif b:\n    x   ", text());
    }

    @Test
    void bracketsAreClosedAndSteppedOverAtEach() {
        window.show("f|\ng", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.type("(1)");
        assertEquals("f(1)\ng(1)", text());

        window.type("[");
        window.press(KeyCode.BACK_SPACE);
        assertEquals("f(1)\ng(1)", text());
    }

    @Test
    void aBracketEnclosesEverySelection() {
        window.show("|x = x", EditorLanguage.PYTHON);
        window.perform(TextCommand.SELECT_ALL_OCCURRENCES);

        window.type("(");

        assertEquals("(x) = (x)", text());
    }

    @Test
    void arrowsWithShiftSelectAtEachAndTypingReplacesWhatIsSelected() {
        window.show("|abc\ndef", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.type("-");
        assertEquals("-c\n-f", text());
        window.press(KeyCode.END);
        window.type("!");
        assertEquals("-c!\n-f!", text());
        window.press(KeyCode.SHIFT, KeyCode.HOME);
        window.type("z");
        assertEquals("z\nz", text());
    }

    @Test
    void upAndDownKeepTheColumnOverAShortLine() {
        window.show("abcd|\nabcd\n\nabcd\nabcd", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.type("x");

        assertEquals("abcd\nabcd\nxx", text());
    }

    @Test
    void caretsThatMeetAreOne() {
        window.show("ab|", EditorLanguage.PYTHON);
        altClick(1);

        window.press(KeyCode.HOME);
        window.type("x");

        assertEquals("xab", text());
        assertEquals(List.of("edited 0 0 x"), window.calls());
    }

    @Test
    void escapeLeavesOneCaretAndOnlyTheNextOneLeavesTheCell() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.ESCAPE);
        assertEquals(List.of(), window.calls());
        window.type("x");
        assertEquals("a\nbx", text());

        window.press(KeyCode.ESCAPE);
        assertEquals("escape", window.calls().getLast());
    }

    @Test
    void theNextOccurrenceOfAWordIsSelectedToo() {
        window.show("|foo = foobar + foo", EditorLanguage.PYTHON);

        window.perform(TextCommand.SELECT_NEXT_OCCURRENCE);
        assertEquals("foo", window.selectedText());
        window.perform(TextCommand.SELECT_NEXT_OCCURRENCE);
        window.type("y");

        assertEquals("y = foobar + y", text());
    }

    @Test
    void altAndAClickAddACaretAndTakeItAway() {
        window.show("abc|", EditorLanguage.PYTHON);

        altClick(1);
        window.type("-");
        assertEquals("a-bc-", text());

        altClick(2);
        window.type("+");
        assertEquals("a-bc-+", text());
    }

    @Test
    void aClickLeavesOneCaret() {
        window.show("abc|", EditorLanguage.PYTHON);
        altClick(1);

        click(2);
        window.type("-");

        assertEquals("ab-c", text());
    }

    @Test
    void altAndADragSelectColumns() {
        window.show("|abcd\n한글\nx\nabcd", EditorLanguage.PYTHON);

        mouse(MouseEvent.MOUSE_PRESSED, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, 13);
        mouse(MouseEvent.MOUSE_RELEASED, 13);
        window.type("-");

        assertEquals("a-d\n-글\nx-\na-d", text());
    }

    @Test
    void asManyLinesAsCaretsArePastedOneAtEach() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        paste("1\n2");
        assertEquals("a1\nb2", text());
        paste("!");
        assertEquals("a1!\nb2!", text());
    }

    @Test
    void whatIsCutAtSeveralCaretsIsPastedWhereItWas() {
        window.show("|ab\ncd", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);

        window.press(KeyCode.SHORTCUT, KeyCode.X);
        assertEquals("b\nd", text());
        window.press(KeyCode.SHORTCUT, KeyCode.V);

        assertEquals("ab\ncd", text());
    }

    @Test
    void linesWithSeveralCaretsAreChangedOnce() {
        window.show("one two|\nthree\nfour", EditorLanguage.PYTHON);
        altClick(2);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.perform(TextCommand.TOGGLE_COMMENT);
        assertEquals("# one two\n# three\nfour", text());
        window.perform(TextCommand.MOVE_LINES_DOWN);
        assertEquals("four\n# one two\n# three", text());
        window.perform(TextCommand.MOVE_LINES_UP);
        assertEquals("# one two\n# three\nfour", text());
    }

    @Test
    void oneSyllableAfterTheOtherComesToEachCaret() {
        window.show("|a\nb\nc", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);
        window.perform(TextCommand.ADD_CARET_BELOW);

        for (var syllable : List.of("한", "글")) {
            compose("", syllable);
            compose("", "");
            compose(syllable, "");
        }

        assertEquals("한글a\n한글b\n한글c", text());
    }

    @Test
    void aCommittedSyllableComesToEachCaretOnce() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        compose("", "하");
        assertEquals("a\nb", text());
        compose("한", "");

        assertEquals("a한\nb한", text());
        assertEquals(List.of("together 3 0 한, 1 0 한"), window.calls());
        assertEquals(text(), window.cell.source.toString());
    }

    @Test
    void foreignChangesMoveAllCarets() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.fx.run(() -> window.editor.applyChange(0, 0, "__"));
        window.fx.run(() -> window.cell.source.insert(0, "__"));
        window.type("x");

        assertEquals("__ax\nbx", text());
    }

    @Test
    void aWordIsRenamedInAThousandPlacesWithoutHoldingUpTheWindow() {
        window.show("|one = one + 1\n" + "one = one + 1\n".repeat(499), EditorLanguage.PYTHON);

        window.perform(TextCommand.SELECT_ALL_OCCURRENCES);
        window.type("x");

        assertEquals("x = x + 1\n".repeat(500), text());
        assertEquals(text(), window.cell.source.toString());
        assertEquals(1, window.calls().size());
    }

    @Test
    void aTextThatIsOnlyReadStaysAsItIs() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);
        window.fx.run(() -> window.editor.setEditable(false));

        window.type("x(");
        window.press(KeyCode.BACK_SPACE);

        assertEquals("a\nb", text());
    }

    @Test
    void aRecycledEditorHasOneCaret() {
        window.show("a|\nb", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);
        window.fx.run(window.editor::park);

        window.show("c|\nd", EditorLanguage.PYTHON);
        window.type("x");

        assertEquals("cx\nd", text());
    }

    @Test
    void furtherCaretsAndSelectionsArePainted() {
        window.show("|abc\nabc", EditorLanguage.PYTHON);

        window.perform(TextCommand.SELECT_ALL_OCCURRENCES);
        window.fx.settle();

        var selections = (Path) window.fx.call(() -> window.editor.lookup(".further-selections"));
        var carets = (Path) window.fx.call(() -> window.editor.lookup(".further-carets"));
        var box = window.fx.call(selections::getBoundsInLocal);
        assertEquals(3 * EditorMetrics.columnWidth(), box.getWidth(), 1);
        assertEquals(EditorMetrics.lineHeight(), box.getHeight(), 0.1);
        assertTrue(window.fx.call(() -> !carets.getElements().isEmpty()));

        window.press(KeyCode.ESCAPE);
        assertTrue(window.fx.call(() -> selections.getElements().isEmpty()));
    }

    @Test
    void longLineEndsAreKeptAtEach() {
        window.show("a|\r\nb\r\nc", EditorLanguage.PYTHON);
        window.perform(TextCommand.ADD_CARET_BELOW);

        window.press(KeyCode.ENTER);
        window.type("x");

        assertEquals("a\r\nx\r\nb\r\nx\r\nc", text());
        assertEquals(text(), window.cell.source.toString());
    }

    private String text() {
        return window.fx.call(window.editor::text);
    }

    private void paste(String text) {
        window.fx.run(
                () -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        window.press(KeyCode.SHORTCUT, KeyCode.V);
    }

    private Point2D place(int offset) {
        return window.fx.call(
                () -> {
                    var area = (EditorArea) window.editor.lookup(".code-area");
                    var bounds = area.getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow();
                    return new Point2D(bounds.getMinX() + 1, bounds.getCenterY());
                });
    }

    private void click(int offset) {
        window.fx.robot().clickOn(place(offset));
        window.fx.settle();
    }

    private void altClick(int offset) {
        mouse(MouseEvent.MOUSE_PRESSED, offset);
        mouse(MouseEvent.MOUSE_RELEASED, offset);
    }

    /// The robot of this platform does not tell what is held down.
    private void mouse(EventType<MouseEvent> type, int offset) {
        var at = place(offset);
        window.fx.run(
                () -> {
                    var area = (EditorArea) window.editor.lookup(".code-area");
                    var here = area.screenToLocal(at);
                    var button = MouseButton.PRIMARY;
                    var event =
                            new MouseEvent(
                                    type,
                                    here.getX(),
                                    here.getY(),
                                    at.getX(),
                                    at.getY(),
                                    button,
                                    1,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    null);
                    Event.fireEvent(area, event);
                });
        window.fx.settle();
    }

    private void compose(String committed, String composed) {
        var runs = new ArrayList<InputMethodTextRun>();
        if (!composed.isEmpty()) {
            runs.add(new InputMethodTextRun(composed, InputMethodHighlight.SELECTED_RAW));
        }
        window.fx.run(
                () -> {
                    var area = (EditorArea) window.editor.lookup(".code-area");
                    area.fireEvent(
                            new InputMethodEvent(
                                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                    runs,
                                    committed,
                                    composed.length()));
                });
        window.fx.settle();
    }
}
