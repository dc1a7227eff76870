package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Undo and redo of what was done at several carets. Where they stand afterwards is seen by what is
/// typed then.
@Tag("ui")
@ExtendWith(FxExtension.class)
class UndoAtCaretsUiTest {

    private static final String TEXT = "one\none\nif a:\n    b";

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        var cells = new ArrayList<Cell>();
        cells.add(NewNotebook.cell(CellType.CODE, TEXT));
        for (int i = 0; i < 60; i++) {
            cells.add(NewNotebook.cell(CellType.CODE, "x\n".repeat(10)));
        }
        page = new PageFixture(fx, cells);
        page.press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whatIsTypedIsTakenBackAtOnceAndLeavesTheCaretsFromBeforeItsFirstKey() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.press(KeyCode.END);
        page.type("xyz");
        assertSource("onexyz\nonexyz");

        undo();
        assertSource("one\none");
        page.type("-");

        assertSource("one-\none-");
    }

    @Test
    void whatWasSelectedAtEachIsSelectedAgain() {
        perform(PageCommand.SELECT_ALL_OCCURRENCES);
        page.type("xy");
        assertSource("xy\nxy");

        undo();
        assertSource("one\none");
        page.type("z");

        assertSource("z\nz");
    }

    @Test
    void redoPutsTheCaretsWhereTheyStoodAfterTheStep() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("xy");
        undo();
        page.press(KeyCode.END);

        redo();
        assertSource("xyone\nxyone");
        page.type("z");

        assertSource("xyzone\nxyzone");
    }

    @Test
    void stepAfterStepIsTakenBackAndMadeAgain() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("x y");
        page.press(KeyCode.END);
        page.type("z");

        undo();
        undo();
        undo();
        assertSource("one\none");
        redo();
        redo();
        assertSource("x yone\nx yone");
        page.type("-");

        assertSource("x y-one\nx y-one");
    }

    @Test
    void deletingPastingAndCuttingAreOneStepEach() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.press(KeyCode.DELETE);
        page.press(KeyCode.DELETE);
        assertSource("e\ne");
        assertStepBack("one\none");

        put("1\n2");
        page.press(KeyCode.CONTROL, KeyCode.V);
        assertSource("1one\n2one");
        assertStepBack("one\none");

        page.press(KeyCode.SHIFT, KeyCode.END);
        page.press(KeyCode.CONTROL, KeyCode.X);
        assertSource("\n");
        assertStepBack("one\none");
        page.type("all");
        assertSource("all\nall");
    }

    @Test
    void movedAndCommentedLinesAreOneStepEach() {
        perform(PageCommand.ADD_CARET_BELOW);
        perform(PageCommand.TOGGLE_COMMENT);
        assertSource("# one\n# one");
        assertStepBack("one\none");

        perform(PageCommand.MOVE_LINES_DOWN);
        assertSource("if a:\none\none");
        assertStepBack("one\none");
        page.type("-");
        assertSource("-one\n-one");
    }

    @Test
    void aComposedSyllableIsTakenBackAtEach() {
        perform(PageCommand.SELECT_ALL_OCCURRENCES);
        compose("", "하");
        compose("한", "");
        assertSource("한\n한");

        undo();
        assertSource("one\none");
        page.type("x");

        assertSource("x\nx");
    }

    @Test
    void aStepIsTakenBackInARowThatWasOutOfSight() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("x");
        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.ESCAPE);
        perform(PageCommand.SELECT_LAST);
        page.press(KeyCode.ENTER);

        undo();
        assertSource("one\none");
        page.type("y");

        assertSource("yone\nyone");
        assertEquals("x\n".repeat(10), page.source(60));
    }

    @Test
    void caretsInAFoldedBlockOpenIt() {
        var area = area();
        page.fx.run(() -> area.moveTo(13));
        perform(PageCommand.ADD_CARET_BELOW);
        page.press(KeyCode.END);
        page.type("x");
        assertEquals("one\none\nif a:x\n    bx", page.source(0));
        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertEquals("one\none\nif a:x", page.fx.call(() -> area.getText()));

        undo();
        page.type("y");

        assertEquals("one\none\nif a:y\n    by", page.source(0));
        assertEquals(page.source(0), page.fx.call(() -> area.getText()));
    }

    @Test
    void whatIsTypedAtOneCaretIsTakenBackWithOne() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("x");
        page.press(KeyCode.ESCAPE);
        page.type("y");
        assertSource("xone\nxyone");

        undo();
        page.type("-");

        assertSource("xone\nx-one");
    }

    @Test
    void anotherPageOfTheNotebookGetsOneCaret() {
        var other = page.fx.prepare(page::newPage);
        page.showBeside(other);
        page.fx.run(() -> page.page.perform(PageCommand.EDIT));
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("x");
        assertSource("xone\nxone");

        page.fx.run(
                () -> {
                    other.focus();
                    other.perform(PageCommand.EDIT);
                    other.perform(PageCommand.UNDO);
                });
        page.fx.settle();
        assertSource("one\none");
        page.type("y");

        assertSource("one\nyone");
        page.fx.run(other::close);
    }

    @Test
    void vimsNormalModeHasOneCaret() {
        perform(PageCommand.ADD_CARET_BELOW);
        page.type("x");
        page.fx.run(() -> page.vim.onProperty().set(true));
        page.fx.settle();

        undo();
        page.type("x");

        assertSource("one\nne");
    }

    private void perform(PageCommand command) {
        page.fx.run(() -> page.page.perform(command));
        page.fx.settle();
    }

    private void undo() {
        perform(PageCommand.UNDO);
    }

    private void redo() {
        perform(PageCommand.REDO);
    }

    private void assertStepBack(String begin) {
        undo();
        assertSource(begin);
    }

    private void assertSource(String begin) {
        var rest = "\nif a:\n    b";
        var source = page.source(0);
        var moved = begin + rest.substring(rest.indexOf("\n    b"));
        assertEquals(begin.startsWith("if a:") ? moved : begin + rest, source);
    }

    private CodeTextArea area() {
        return (CodeTextArea) page.row(0).lookup(".code-area");
    }

    private void put(String text) {
        page.fx.run(
                () -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    private void compose(String committed, String composed) {
        var runs =
                composed.isEmpty()
                        ? List.<InputMethodTextRun>of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.SELECTED_RAW));
        var area = area();
        page.fx.run(
                () ->
                        area.fireEvent(
                                new InputMethodEvent(
                                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                        runs,
                                        committed,
                                        composed.length())));
        page.fx.settle();
    }
}
