package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The window in which metadata are written as JSON.
@Tag("ui")
@ExtendWith(FxExtension.class)
class MetadataUiTest {

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "a"),
                                NewNotebook.cell(CellType.CODE, "b")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whatIsWrittenIsAppliedByKeysAndUndoneInTheNotebook() {
        page.press(KeyCode.CONTROL, KeyCode.K);
        page.press(KeyCode.M);
        write("{\"tags\": [\"가\"]}");
        page.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertEquals(List.of("가"), CellTags.of(store(0)));
        assertTrue(page.fx.call(() -> button("Apply").isDisabled()));
        page.fx.run(() -> page.page.perform(PageCommand.UNDO));
        page.fx.settle();
        assertEquals("{}", text());
    }

    @Test
    void whatIsWrongIsSaidInWordsWithItsPlaceAndCannotBeApplied() {
        open(PageCommand.EDIT_METADATA);
        write("{\"collapsed\": 1}");

        assertEquals("collapsed must be true or false. Line 1, column 15.", message());
        assertTrue(page.fx.call(() -> button("Apply").isDisabled()));
        page.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("{}", JsonText.compact(store(0)));

        page.fx.run(() -> ((ButtonBase) node(".metadata-message")).fire());
        assertEquals(14, page.fx.call(() -> editor().caretPosition()));
    }

    @Test
    void typingIsTakenBackByItsOwnUndo() {
        open(PageCommand.EDIT_METADATA);
        write("{\"a\": 1}");
        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("{}", text());

        page.press(KeyCode.CONTROL, KeyCode.Y);
        assertEquals("{\"a\": 1}", text());
    }

    @Test
    void whatIsTypedAtSeveralCaretsIsTakenBackAtEach() {
        open(PageCommand.EDIT_METADATA);
        write("1 1");
        page.fx.run(
                () -> {
                    editor().select(0, 1);
                    editor().perform(TextCommand.SELECT_ALL_OCCURRENCES);
                });
        page.press(KeyCode.BACK_SPACE);
        assertEquals(" ", text());

        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("1 1", text());
        page.press(KeyCode.BACK_SPACE);

        assertEquals(" ", text());
    }

    @Test
    void whatIsNotAppliedIsThereWhenTheWindowIsOpenedAgainAndKeepsThePageFromClosing() {
        open(PageCommand.EDIT_METADATA);
        write("{\"half");
        page.press(KeyCode.ESCAPE);
        assertEquals(1, windows());
        assertTrue(page.fx.call(page.page::hasUnapplied));
        assertTrue(page.fx.call(() -> page.page.view().lookup(".page-notice") != null));

        open(PageCommand.EDIT_METADATA);
        assertEquals("{\"half", text());
        page.fx.run(() -> button("Revert").fire());
        page.fx.settle();
        page.press(KeyCode.ESCAPE);

        assertFalse(page.fx.call(page.page::hasUnapplied));
    }

    @Test
    void eachCellAndTheNotebookHaveOneWindowAndTheyCloseWithThePage() {
        open(PageCommand.EDIT_METADATA);
        open(PageCommand.EDIT_METADATA);
        assertEquals(2, windows());

        open(PageCommand.EDIT_NOTEBOOK_METADATA);
        page.fx.run(() -> page.page.perform(PageCommand.SELECT_NEXT));
        open(PageCommand.EDIT_METADATA);
        assertEquals(4, windows());

        page.fx.run(page.page::close);
        page.fx.settle();
        assertEquals(1, windows());
    }

    private void open(PageCommand command) {
        page.fx.run(() -> page.page.perform(command));
        page.fx.settle();
    }

    /// Types in place of all, as a paste does: brackets would close themselves.
    private void write(String text) {
        page.fx.run(
                () -> {
                    editor().requestFocus();
                    editor().select(0, editor().text().length());
                    editor().replaceSelection(text);
                });
        page.fx.settle();
    }

    private String text() {
        return page.fx.call(() -> editor().text());
    }

    private String message() {
        return page.fx.call(() -> ((Labeled) node(".metadata-message")).getText());
    }

    private JsonObject store(int index) {
        return page.fx.call(() -> page.session.store().notebook().cells().get(index).metadata());
    }

    private int windows() {
        return page.fx.call(() -> Window.getWindows().size());
    }

    private CodeEditor editor() {
        return (CodeEditor) node(".code-editor");
    }

    private ButtonBase button(String words) {
        return root().lookupAll(".sheet-button").stream()
                .map(ButtonBase.class::cast)
                .filter(each -> each.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Node node(String selector) {
        return root().lookup(selector);
    }

    private Node root() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Stage && !each.equals(page.stage))
                .reduce((_, last) -> last)
                .orElseThrow()
                .getScene()
                .getRoot();
    }
}
