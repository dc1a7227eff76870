package org.cellist.app.ui.notebook;

import static org.cellist.app.ui.output.OutputSamples.json;
import static org.cellist.app.ui.output.OutputSamples.outputs;
import static org.cellist.app.ui.output.OutputSamples.stdout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.ui.notebook.column.ScrollPosition;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets the keys of a page after a click on an output, and after the file was read again.
@Tag("ui")
@ExtendWith(FxExtension.class)
class PageKeysUiTest {

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                code("zero", stdout("a line\n")),
                                NewNotebook.cell(CellType.MARKDOWN, "# One"),
                                code("two", new CellOutput.Failed("E", "e", List.of("E: e"))),
                                code("three", json("{\"a\":{\"b\":1},\"c\":2}"))));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({"0,rows-view", "1,rich-view", "2,traceback", "3,json-tree"})
    void commandsWorkAfterAClickOnAnOutput(int cell, String styleClass) {
        click(cell, styleClass);

        page.press(KeyCode.B);
        page.type("new");

        assertEquals("new", page.source(cell + 1));
        assertEquals(5, page.sources().size());
    }

    @Test
    void anOutputsOwnKeysAreNoCommands() {
        click(3, "json-tree");

        page.press(KeyCode.UP);
        page.press(KeyCode.ENTER);

        assertEquals(3, page.lead());
        assertFalse(page.isInCommandMode());
    }

    @Test
    void escapeTakesTheKeysFromAnOutput() {
        click(1, "rich-view");

        page.press(KeyCode.ESCAPE);

        assertTrue(page.isInCommandMode());
    }

    @Test
    void aTextIsNoLongerEditedWhenItsOutputWasClicked() {
        page.press(KeyCode.ENTER);
        click(0, "rows-view");

        page.press(KeyCode.ENTER);
        page.type("x");

        assertEquals("xzero", page.source(0));
    }

    @Test
    void theFocusOfARowThatScrollsAwayGoesToThePage() {
        var many = new ArrayList<Cell>();
        for (int i = 0; i < 60; i++) {
            many.add(code("cell " + i, stdout("a line\n")));
        }
        replace(many);
        page.fx.run(() -> page.page.column().setPosition(ScrollPosition.TOP));
        page.fx.settle();
        click(0, "rows-view");

        page.fx.run(() -> page.page.column().setPosition(new ScrollPosition(50, 0)));
        page.fx.settle();

        assertTrue(page.isInCommandMode());
    }

    @Test
    void whoTypesGoesOnWhenTheFileWasReadAgain() {
        page.press(KeyCode.ENTER);
        page.type("ab");

        replace(cells());
        page.type("c");

        assertEquals("abczero", page.source(0));
        assertEquals(4, page.sources().size());
    }

    @Test
    void whatIsTypedForATextThatIsGoneIsNoCommand() {
        page.press(KeyCode.ENTER);

        replace(cells().subList(1, 4));
        page.type("add");
        page.press(KeyCode.ENTER);
        var after = page.sources();
        page.press(KeyCode.DOWN);
        page.press(KeyCode.A);

        assertEquals(List.of("# One", "two", "three"), after);
        assertEquals(List.of("# One", "", "two", "three"), page.sources());
    }

    @Test
    void tabGoesThroughTheLinksOfTheSelectedCellAndBackToThePage() {
        var links = NewNotebook.cell(CellType.MARKDOWN, "[a](#a) and [b](#b)");
        replace(List.of(code("zero", stdout("a line\n")), links));
        page.press(KeyCode.DOWN);

        var met = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            page.press(KeyCode.TAB);
            met.add(keys());
        }
        page.press(KeyCode.SHIFT, KeyCode.TAB);

        assertEquals(List.of("a", "b", "page"), met);
        assertEquals("b", keys());
    }

    @Test
    void tabGoesToNoOtherCell() {
        page.press(KeyCode.DOWN);

        page.press(KeyCode.TAB);

        assertEquals("page", keys());
    }

    /// Which link has the keys, or that the page has them.
    private String keys() {
        return page.fx.call(
                () ->
                        switch (page.page.getScene().getFocusOwner()) {
                            case Text link -> link.getText();
                            case NotebookView _ -> "page";
                            case Node other -> other.toString();
                        });
    }

    private void click(int cell, String styleClass) {
        page.fx.robot().clickOn(page.within(cell, styleClass).findFirst().orElseThrow());
        page.fx.settle();
    }

    private List<Cell> cells() {
        return page.fx.call(() -> page.session.store().notebook().cells());
    }

    /// The file is read again.
    private void replace(List<Cell> cells) {
        page.fx.run(
                () -> {
                    var store = page.session.store();
                    var notebook = store.notebook().withCells(List.copyOf(cells));
                    store.apply(new ReplaceNotebook(notebook, null, false));
                });
        page.fx.settle();
    }

    private static Cell code(String source, CellOutput output) {
        return ((CodeCell) NewNotebook.cell(CellType.CODE, source)).withOutputs(1, outputs(output));
    }
}
