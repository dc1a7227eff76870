package org.cellist.app.ui.notebook.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.PatternFault;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.output.find.FindState;
import org.cellist.app.ui.output.find.FindState.Around;
import org.cellist.app.ui.output.find.FindState.Found;
import org.cellist.app.ui.workbench.FakeDocument;
import org.junit.jupiter.api.Test;

class FindViewModelTest {

    private final NotebookStore store =
            new NotebookStore(
                    NewNotebook.empty()
                            .withCells(
                                    List.of(
                                            FakeDocument.code("a", "data = 1"),
                                            FakeDocument.code("b", "data + data"))),
                    Clock.systemUTC());
    private final RecordedScreen screen = new RecordedScreen();
    private final List<Runnable> background = new ArrayList<>();
    private boolean readOnly;
    private FindViewModel model = model(Runnable::run);

    private FindViewModel model(Executor work) {
        return new FindViewModel(
                store, new FindThreads(work, Runnable::run, Runnable::run), screen, () -> readOnly);
    }

    @Test
    void typingGoesToTheFirstMatchFromWhereThePersonStood() {
        screen.start = new FindStart(new CellId("b"), 0, 2);

        find("dat");
        find("data");

        assertEquals(new Found(2, 3, false, Around.NONE), model.stateProperty().get());
        assertEquals(List.of("reveal b 7", "reveal b 7"), screen.asked);
    }

    @Test
    void stepsGoAroundTheEndsAndSaySo() {
        find("data");

        model.step(-1);
        assertEquals(new Found(2, 3, false, Around.TO_END), model.stateProperty().get());
        model.step(1);
        assertEquals(new Found(0, 3, false, Around.TO_START), model.stateProperty().get());
        model.step(1);
        assertEquals(new Found(1, 3, false, Around.NONE), model.stateProperty().get());
    }

    @Test
    void nothingMovesWhenTheNotebookChanges() {
        find("data");
        model.step(1);
        screen.asked.clear();

        store.apply(new EditSource(new CellId("a"), 0, 4, "x", null));
        store.apply(new InsertCells(0, List.of(FakeDocument.code("c", "data"))));

        assertEquals(new Found(1, 3, false, Around.NONE), model.stateProperty().get());
        assertEquals(List.of(), screen.asked);
    }

    @Test
    void openingLooksForWhatIsSelectedAndStaysThere() {
        screen.start = new FindStart(new CellId("b"), 0, 0);
        screen.selected = "data";

        model.open();

        assertEquals("data", model.queryProperty().get().text());
        assertEquals(new Found(1, 3, false, Around.NONE), model.stateProperty().get());
        model.step(1);
        assertEquals(List.of("reveal b 7"), screen.asked);
    }

    @Test
    void openingAgainMovesNothingUntilAStepGoesToTheNextMatch() {
        find("data");
        model.close();
        screen.asked.clear();
        screen.start = new FindStart(new CellId("b"), 0, 1);

        model.open();
        assertEquals(List.of(), screen.asked);
        model.step(1);

        assertEquals(List.of("reveal b 7"), screen.asked);
    }

    @Test
    void aStepWithoutTheBarOpensItAndGoesOn() {
        find("data");
        model.close();
        screen.asked.clear();
        screen.start = new FindStart(new CellId("a"), 0, 0);
        screen.selected = "data";

        model.step(1);

        assertTrue(model.openProperty().get());
        assertEquals(List.of("reveal b 0"), screen.asked);
    }

    @Test
    void closingGivesKeysBackAndForgetsTheMarks() {
        find("data");

        model.close();

        assertEquals(FoundMarks.NONE, model.marksProperty().get());
        assertEquals(List.of("reveal a 0", "leave", "back"), screen.asked);
        assertFalse(model.openProperty().get());
    }

    @Test
    void aBadPatternIsSaid() {
        model.queryProperty().set(FindQuery.of("").withPattern(true));

        find("(a");

        assertEquals(new FindState.Faulty(PatternFault.OPEN_GROUP), model.stateProperty().get());
    }

    @Test
    void onlyTheCellsAreSearchedThatWereSelectedThen() {
        find("data");
        screen.selectedCells = Set.of(new CellId("b"));

        model.onlySelectedProperty().set(true);
        screen.selectedCells = Set.of(new CellId("a"));

        assertEquals(new Found(0, 2, false, Around.NONE), model.stateProperty().get());
        model.onlySelectedProperty().set(false);
        assertEquals(new Found(0, 3, false, Around.NONE), model.stateProperty().get());
    }

    @Test
    void replacingOneGoesToTheNextAndIsOneStep() {
        find("data");
        model.replacementProperty().set("datadata");

        model.replace();
        assertEquals(new Found(2, 4, false, Around.NONE), model.stateProperty().get());
        model.replace();

        assertEquals(List.of("datadata = 1", "datadata + data"), sources());
        store.undo();
        assertEquals(List.of("datadata = 1", "data + data"), sources());
    }

    @Test
    void replacingAllSaysHowManyAndIsOneStep() {
        find("data");
        model.replacementProperty().set("x");

        model.replaceAll();

        assertEquals(new FindState.Replaced(3), model.stateProperty().get());
        assertEquals(List.of("x = 1", "x + x"), sources());
        store.undo();
        assertEquals(List.of("data = 1", "data + data"), sources());
    }

    @Test
    void whatWasTypedMeanwhileIsReplacedToo() {
        model = model(background::add);
        model.queryProperty().set(FindQuery.of("data"));
        model.replacementProperty().set("x");

        model.replaceAll();
        store.apply(new EditSource(new CellId("a"), 0, 0, "data, ", null));
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }

        assertEquals(List.of("x, x = 1", "x + x"), sources());
    }

    @Test
    void aReadOnlyNotebookIsNotChanged() {
        readOnly = true;
        find("data");

        model.replace();
        model.replaceAll();

        assertEquals(List.of("data = 1", "data + data"), sources());
    }

    @Test
    void theSearchOfAnOlderQueryIsDropped() {
        model = model(background::add);
        model.open();
        find("data");
        find("1");

        background.removeFirst().run();
        assertEquals(new FindState.Idle(), model.stateProperty().get());
        background.removeFirst().run();

        assertEquals(new Found(0, 1, false, Around.NONE), model.stateProperty().get());
        assertEquals(List.of(), background);
    }

    @Test
    void whatIsFoundAfterThePersonWentElsewhereMovesNothing() {
        model = model(background::add);
        model.open();
        find("data");

        model.left();
        background.removeFirst().run();

        assertEquals(new Found(0, 3, false, Around.NONE), model.stateProperty().get());
        assertEquals(List.of(), screen.asked);

        model.step(1);
        assertEquals(List.of("reveal a 0"), screen.asked);
    }

    @Test
    void writingGoesOnAtTheMatch() {
        find("data");
        model.step(1);

        model.editCurrent();

        assertEquals("edit b 0 4", screen.asked.getLast());
        assertFalse(model.openProperty().get());
    }

    private void find(String text) {
        if (!model.openProperty().get()) {
            model.open();
        }
        model.queryProperty().set(model.queryProperty().get().withText(text));
    }

    private List<String> sources() {
        return store.notebook().cells().stream().map(Cell::source).toList();
    }
}
