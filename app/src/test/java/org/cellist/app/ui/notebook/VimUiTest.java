package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Vim's keys in the texts of cells.
@Tag("ui")
@ExtendWith(FxExtension.class)
class VimUiTest {

    private final List<String> asked = new ArrayList<>();
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "one two\nthree"),
                                NewNotebook.cell(CellType.CODE, "four")));
        fx.run(
                () -> {
                    page.vim.onProperty().set(true);
                    page.vim.setCommands(this::run);
                });
        page.press(KeyCode.ENTER);
    }

    private void run(String command) {
        asked.add(command);
        PageCommand.named(command).ifPresent(page.page::perform);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void lettersAreCommandsAndTheDocumentFollows() {
        page.type("dwjx");

        assertEquals("two\nhree", page.source(0));
        assertEquals("NORMAL", shown());
    }

    @Test
    void insertModeIsThePlainEditorUntilEscape() {
        page.type("A(");
        var inserting = shown();
        page.press(KeyCode.ESCAPE);
        page.type("x");

        assertEquals("INSERT", inserting);
        assertEquals("one two)\nthree", page.source(0));
        assertFalse(page.isInCommandMode());
    }

    @Test
    void theInputMethodIsOnWhereKeysWriteAlone() {
        boolean isOnInNormalMode = composes();
        page.type("i");
        boolean isOnInInsertMode = composes();
        page.press(KeyCode.ESCAPE);

        assertFalse(isOnInNormalMode);
        assertTrue(isOnInInsertMode);
        assertFalse(composes());
        page.fx.run(() -> page.vim.onProperty().set(false));
        assertTrue(composes());
    }

    private boolean composes() {
        return page.fx.call(
                () -> page.stage.getScene().getFocusOwner().getInputMethodRequests() != null);
    }

    @Test
    void halfAPageIsVimsWhateverElseItsKeyMeans() {
        page.press(KeyCode.CONTROL, KeyCode.D);
        page.type("x");

        assertEquals("one two\nhree", page.source(0));
    }

    @Test
    void whatIsRecordedIsShownAndPressedAgain() {
        page.type("qaA!");
        page.press(KeyCode.ESCAPE);
        var recording = shown();
        page.type("q@a");

        assertEquals("NORMAL  recording a", recording);
        assertEquals("NORMAL", shown());
        assertEquals("one two!!\nthree", page.source(0));
    }

    @Test
    void theModeIsShownAsSoonAsTheKeysAreTakenOrGivenBack() {
        page.fx.run(() -> page.vim.onProperty().set(false));
        assertEquals("", shown());
        page.type("dw");

        page.fx.run(() -> page.vim.onProperty().set(true));

        assertEquals("NORMAL", shown());
        page.type("x");
        assertEquals("dwne two\nthree", page.source(0));
    }

    @Test
    void escapeInNormalModeLeavesTheText() {
        page.press(KeyCode.ESCAPE);

        assertTrue(page.isInCommandMode());
        assertEquals("", shown());
    }

    @Test
    void downOnTheLastLineGoesToTheNextCellAndUpBack() {
        page.type("jjx");
        assertEquals("our", page.source(1));

        page.type("kx");
        assertEquals("one two\nthre", page.source(0));
    }

    @Test
    void undoIsTheNotebooks() {
        page.type("dd");
        assertEquals("three", page.source(0));

        page.type("u");

        assertEquals("one two\nthree", page.source(0));
        assertEquals(List.of("edit.undo"), asked);
    }

    @Test
    void whatWasYankedInOneCellIsPutIntoAnother() {
        page.type("yyjjp");

        assertEquals("four\none two", page.source(1));
    }

    @Test
    void whatIsBegunIsShownAndACommandLineToo() {
        page.type("2d");
        assertEquals("NORMAL  2d", shown());

        page.type("w:w");
        assertEquals("NORMAL  :w", shown());
        page.press(KeyCode.ENTER);

        assertEquals(List.of("file.save"), asked);
    }

    @Test
    void aSelectionIsThatOfTheEditor() {
        page.type("ved");

        assertEquals(" two\nthree", page.source(0));
    }

    @Test
    void nothingIsComposedInNormalMode() {
        compose("한");
        assertEquals("one two\nthree", page.source(0));

        page.type("i");
        compose("한");

        assertEquals("한one two\nthree", page.source(0));
    }

    @Test
    void withoutTheSwitchLettersWrite() {
        page.fx.run(() -> page.vim.onProperty().set(false));

        page.type("x");

        assertEquals("xone two\nthree", page.source(0));
    }

    private String shown() {
        return page.fx.call(() -> page.vim.shownProperty().get());
    }

    private void compose(String committed) {
        page.fx.run(
                () -> {
                    var owner = page.stage.getScene().getFocusOwner();
                    owner.fireEvent(
                            new InputMethodEvent(
                                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                    List.<InputMethodTextRun>of(),
                                    committed,
                                    0));
                });
        page.fx.settle();
    }
}
