package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("ui")
@ExtendWith(FxExtension.class)
class NotebookViewUiTest {

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "one"),
                                NewNotebook.cell(CellType.MARKDOWN, "# Two"),
                                NewNotebook.cell(CellType.CODE, "three"),
                                NewNotebook.cell(CellType.RAW, "four")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void typingSendsOneEditPerKeyToTheNotebook() {
        page.press(KeyCode.ENTER);
        var changes = new ArrayList<NotebookChange>();
        page.fx.run(() -> page.session.store().follow(changes::add));

        page.type("ab");

        assertEquals("abone", page.source(0));
        assertEquals(
                List.of("a", "b"),
                changes.stream().map(each -> ((SourceChanged) each).inserted()).toList());
    }

    @Test
    void aCommandsLetterIsNotTypedIntoTheCellItMakes() {
        page.press(KeyCode.B);
        page.type("x");

        assertEquals("x", page.source(1));
    }

    @Test
    void escapeLeavesTheTextAndEnterReturnsToIt() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.ESCAPE);
        boolean left = page.isInCommandMode();
        page.press(KeyCode.ENTER);

        assertTrue(left);
        assertFalse(page.isInCommandMode());
    }

    @Test
    void arrowsMoveTheSelectionInCommandMode() {
        page.press(KeyCode.DOWN);
        page.press(KeyCode.DOWN);
        page.press(KeyCode.UP);

        assertEquals(1, page.lead());
    }

    @Test
    void shiftEnterRunsAndGoesOnToTheNextCell() {
        page.press(KeyCode.ENTER);

        page.press(KeyCode.SHIFT, KeyCode.ENTER);

        assertEquals(1, page.lead());
        assertTrue(page.isInCommandMode());
        assertEquals("one", page.source(0));
    }

    @Test
    void altEnterInsertsACellBelowAndEditsIt() {
        page.press(KeyCode.ALT, KeyCode.ENTER);
        page.type("new");

        assertEquals(List.of("one", "new", "# Two", "three", "four"), page.sources());
    }

    @Test
    void cellsArePickedBesideTheirTextWithTheControlKey() {
        pick(2);
        page.press(KeyCode.D);
        page.press(KeyCode.D);

        assertEquals(List.of("# Two", "four"), page.sources());
        page.press(KeyCode.Z);
        assertEquals(2, page.fx.call(() -> page.page.selectionProperty().get().selected()));
    }

    @Test
    void cellsArePickedByKeysAlone() {
        page.press(KeyCode.CONTROL, KeyCode.DOWN);
        page.press(KeyCode.CONTROL, KeyCode.DOWN);
        page.press(KeyCode.CONTROL, KeyCode.SPACE);
        page.press(KeyCode.SHIFT, KeyCode.J);
        page.press(KeyCode.X);

        assertEquals(List.of("# Two"), page.sources());
    }

    @Test
    void aPersonIsToldThatCellsApartAreNotMerged() {
        pick(2);

        page.press(KeyCode.SHIFT, KeyCode.M);

        var notice = page.fx.call(() -> page.page.view().lookup(".page-notice"));
        assertTrue(page.fx.call(notice::isVisible));
        assertEquals(4, page.sources().size());
    }

    /// Clicks beside a cell with the control key down; the headless robot's clicks know no keys.
    private void pick(int index) {
        var row = page.row(index);
        page.fx.run(() -> Event.fireEvent(row, pressBeside()));
        page.fx.settle();
    }

    private static MouseEvent pressBeside() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                12,
                20,
                12,
                20,
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void twoPressesOfDRemoveTheCellAndZBringsItBack() {
        page.press(KeyCode.D);
        page.press(KeyCode.D);
        var without = page.sources();
        page.press(KeyCode.Z);

        assertEquals(List.of("# Two", "three", "four"), without);
        assertEquals(List.of("one", "# Two", "three", "four"), page.sources());
    }

    @Test
    void oneUndoAfterTypingTakesTheWordBackAndTheEditorShowsIt() {
        page.press(KeyCode.ENTER);
        page.type("word");

        page.press(KeyCode.CONTROL, KeyCode.Z);

        assertEquals("one", page.source(0));
        page.type("x");
        assertEquals("xone", page.source(0));
    }

    @Test
    void aMarkdownCellIsTextUntilItIsOpenedAndAgainWhenItIsRun() {
        assertEquals(0, page.within(1, "source-plate").count());

        page.fx.robot().doubleClickOn(page.row(1), MouseButton.PRIMARY);
        page.fx.settle();
        assertEquals(1, page.within(1, "source-plate").count());
        page.type("#");
        page.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertEquals(0, page.within(1, "source-plate").count());
        assertTrue(page.source(1).contains("#"));
    }

    @Test
    void anotherWritersChangeReachesTheEditor() {
        page.press(KeyCode.ENTER);
        var first = page.fx.call(() -> page.session.store().notebook().cells().getFirst().id());

        page.fx.run(
                () -> page.session.store().apply(new EditSource(first, 0, 3, "ONE more", null)));
        page.fx.settle();
        page.press(KeyCode.END);
        page.type("!");

        assertEquals("ONE more!", page.source(0));
    }

    @Test
    void aClickOnTheTextEditsThere() {
        page.fx.robot().clickOn(page.within(2, "code-area").findFirst().orElseThrow());
        page.fx.settle();
        page.press(KeyCode.END);
        page.type("x");

        assertEquals("threex", page.source(2));
        assertEquals(2, page.lead());
    }

    @Test
    void theSelectedCellsToolbarStandsAboveItsText() {
        page.fx.robot().clickOn(page.within(2, "code-area").findFirst().orElseThrow());
        page.fx.settle();

        Node toolbar = page.within(2, "cell-toolbar").findFirst().orElseThrow();
        Node text = page.within(2, "paragraph-text").findFirst().orElseThrow();
        double bottom =
                page.fx.call(() -> toolbar.localToScene(toolbar.getLayoutBounds())).getMaxY();
        double top = page.fx.call(() -> text.localToScene(text.getLayoutBounds())).getMinY();
        assertTrue(bottom <= top, () -> "the tool bar ends at " + bottom + ", text at " + top);
    }

    @Test
    void theOfferOfANewCellLeavesTheToolbarItsClicks() {
        page.fx.run(() -> page.page.show(page.session.store().notebook().cells().get(2).id()));
        page.fx.settle();
        var toolbar = page.within(2, "cell-toolbar").findFirst().orElseThrow();
        var remove = page.fx.call(() -> toolbar.lookupAll(".cell-tool").toArray(Node[]::new))[3];

        page.fx.robot().moveTo(page.fx.call(() -> toolbar.localToScreen(-20, 5)));
        page.fx.settle();
        assertEquals(1, page.within(2, "insert-line").count());
        page.fx.robot().clickOn(page.fx.call(() -> remove.localToScreen(11, 6)));
        page.fx.settle();

        assertEquals(List.of("one", "# Two", "four"), page.sources());
    }

    @Test
    void aNotebookThatIsSavedFindsItsPicturesInItsFolder(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("dot.png"), Base64.getDecoder().decode(OutputSamples.PNG));
        page.fx.run(() -> page.session.store().apply(picture()));
        page.fx.settle();
        assertEquals(0, page.within(1, "picture").count());

        page.fx.run(() -> page.session.saveAs(folder.resolve("a.ipynb"), _ -> {}));
        page.fx.await("the picture is there", () -> page.page.lookup(".text-row .picture") != null);
    }

    private NotebookEdit picture() {
        var cell = page.session.store().notebook().cells().get(1);
        return new EditSource(cell.id(), 0, cell.source().length(), "![dot](dot.png)", null);
    }

    @Test
    void aChangedTypeShowsTheOtherKindOfCell() {
        page.press(KeyCode.M);

        assertEquals(0, page.within(0, "cell-gutter").count());
        page.press(KeyCode.Y);
        assertEquals(1, page.within(0, "cell-gutter").count());
    }

    @Test
    void onlyCellsNearTheViewportHaveNodes() {
        var many =
                IntStream.range(0, 2000)
                        .<Cell>mapToObj(i -> NewNotebook.cell(CellType.CODE, "line " + i))
                        .toList();
        try (var big = new PageFixture(page.fx, many)) {
            big.fx.settle();

            int rows = big.fx.call(() -> big.page.lookupAll(".cell-row").size());
            assertTrue(rows < 60, () -> rows + " rows for 2,000 cells");
        }
    }
}
