package org.cellist.app.ui.notebook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.page.PageSelection;
import org.junit.jupiter.api.Test;

class NotebookViewModelTest {

    private final Cell first = NewNotebook.cell(CellType.CODE, "a = 1");
    private final Cell text = NewNotebook.cell(CellType.MARKDOWN, "# Title");
    private final Cell last = NewNotebook.cell(CellType.CODE, "a");
    private final NotebookSession session =
            TestSessions.of(
                    new Owner(_ -> {}, _ -> {}),
                    List.of(first, text, last)); // no thread: no kernel
    private final NotebookViewModel model = new NotebookViewModel(session, new CellClipboard());
    private final NotebookCommands commands = model.commands();
    private final RunCommands runs = new RunCommands(model, session.queue());

    @Test
    void theFirstCellIsSelectedAtFirst() {
        assertEquals(new PageSelection(first.id(), 0, 1, 3), model.selectionProperty().get());
    }

    @Test
    void shiftClickSelectsAllCellsInBetween() {
        commands.select(last.id(), true);

        assertEquals(List.of(first.id(), text.id(), last.id()), model.selected());
        assertEquals(last.id(), model.lead());
    }

    @Test
    void runningAndAdvancingQueuesTheCellAndSelectsTheNext() {
        runs.runAndAdvance();

        assertEquals(new CellExecution.Queued(), execution(first));
        assertEquals(text.id(), model.lead());
        assertNull(model.editing());
    }

    @Test
    void advancingFromTheLastCellAddsOneAndEditsIt() {
        model.select(last.id());

        runs.runAndAdvance();

        assertEquals(4, model.cells().size());
        assertEquals(model.cells().getLast(), model.editing());
    }

    @Test
    void runningWithAltInsertsBelow() {
        runs.runAndInsert();

        assertEquals(model.cells().get(1), model.editing());
        assertEquals(text.id(), model.cells().get(2));
    }

    @Test
    void runningBeforeLeavesTheSelectedCellOut() {
        model.select(last.id());

        runs.runBefore();

        assertEquals(new CellExecution.Queued(), execution(first));
        assertEquals(new CellExecution.NotRun(), execution(last));
    }

    @Test
    void runningAfterBeginsWithTheSelectedCell() {
        model.select(text.id());

        runs.runAfter();

        assertEquals(new CellExecution.NotRun(), execution(first));
        assertEquals(new CellExecution.Queued(), execution(last));
    }

    @Test
    void runningAMarkdownCellShowsItsText() {
        var shown = model.shown(text.id());
        model.edit(text.id(), null);
        boolean openWhileEdited = shown.openProperty().get();

        runs.runAndStay();

        assertTrue(openWhileEdited);
        assertFalse(shown.openProperty().get());
    }

    @Test
    void aRemovedCellLeavesItsPlaceSelected() {
        model.select(text.id());

        commands.removeSelected();

        assertEquals(new PageSelection(last.id(), 1, 1, 2), model.selectionProperty().get());
    }

    @Test
    void undoBringsARemovedCellBackAndSelectsIt() {
        model.select(text.id());
        commands.removeSelected();

        commands.undo();

        assertEquals(text.id(), model.lead());
        assertEquals(List.of(first.id(), text.id(), last.id()), model.cells());
    }

    @Test
    void selectedCellsMoveTogether() {
        commands.select(text.id(), true);

        commands.moveSelected(1);

        assertEquals(List.of(last.id(), first.id(), text.id()), model.cells());
        assertEquals(List.of(first.id(), text.id()), model.selected());
    }

    @Test
    void scatteredCellsMovePastTheirNeighboursAndWaitAtTheEdge() {
        pickFirstAndLast();

        commands.moveSelected(-1);

        assertEquals(List.of(first.id(), last.id(), text.id()), model.cells());
        assertEquals(List.of(first.id(), last.id()), model.selected());
        commands.undo();
        assertEquals(List.of(first.id(), text.id(), last.id()), model.cells());
    }

    @Test
    void scatteredCellsAreRemovedInOneStepAndSelectedAgainByUndo() {
        pickFirstAndLast();

        commands.removeSelected();
        assertEquals(List.of(text.id()), model.cells());
        commands.undo();

        assertEquals(List.of(first.id(), text.id(), last.id()), model.cells());
        assertEquals(List.of(first.id(), last.id()), model.selected());
    }

    @Test
    void cellsThatStandApartAreNotMerged() {
        pickFirstAndLast();

        model.copyCommands().merge();

        assertEquals(3, model.cells().size());
        assertFalse(session.store().canUndo());
    }

    @Test
    void cellsOfASnippetAreInsertedInOneStep() {
        model.select(first.id());
        var snippet =
                List.of(
                        NewNotebook.cell(CellType.MARKDOWN, "what it does"),
                        NewNotebook.cell(CellType.CODE, "b = 2"));

        model.copyCommands().insertBelow(snippet);
        var inserted = snippet.stream().map(Cell::id).toList();

        assertEquals(inserted, model.cells().subList(1, 3));
        assertEquals(inserted, model.selected());
        commands.undo();
        assertEquals(List.of(first.id(), text.id(), last.id()), model.cells());
        assertFalse(session.store().canUndo());
    }

    @Test
    void eachGroupOfNeighboursIsMerged() {
        model.copyCommands().insertBelow(List.of(NewNotebook.cell(CellType.CODE, "b = 2")));
        var more = model.lead();
        model.select(text.id());
        model.copyCommands().insertBelow(List.of(NewNotebook.cell(CellType.CODE, "c = 3")));
        var between = model.lead();
        model.select(first.id());
        commands.toggleSelected(requireNonNull(more));
        commands.toggleSelected(requireNonNull(between));
        commands.toggleSelected(last.id());

        model.copyCommands().merge();

        assertEquals(List.of(first.id(), text.id(), between), model.cells());
        assertEquals(List.of(first.id(), between), model.selected());
        assertEquals("a = 1\n\nb = 2", model.cell(first.id()).source());
        commands.undo();
        assertEquals(5, model.cells().size());
        assertEquals(List.of(first.id(), more, between, last.id()), model.selected());
    }

    @Test
    void nothingStaysSelectedThatASectionHides() {
        model.select(last.id());
        commands.toggleSelected(first.id());

        model.sectionCommands().toggle(text.id());

        assertEquals(List.of(first.id()), model.selected());
    }

    private void pickFirstAndLast() {
        model.select(first.id());
        commands.toggleSelected(last.id());
    }

    @Test
    void theCaretLeavesDownIntoTheNextCode() {
        model.edit(first.id(), CaretEdge.BOTTOM);

        commands.leave(first.id(), CaretEdge.BOTTOM);

        assertEquals(text.id(), model.lead());
        assertNull(model.editing());
    }

    @Test
    void anEmptyNotebookHasNoSelection() {
        commands.select(last.id(), true);

        commands.removeSelected();

        assertEquals(PageSelection.NONE, model.selectionProperty().get());
    }

    @Test
    void aRowIsToldOfWhatConcernsItsCell() {
        var shown = model.shown(first.id());

        runs.runAndStay();
        model.select(last.id());

        assertEquals("[*]", shown.prompt());
        assertFalse(shown.leadProperty().get());
    }

    @Test
    void outputsThatWereOpenedAreOpenWhenTheRowComesBack() {
        model.shown(first.id()).openedOutputsProperty().set(50);
        model.hidden(first.id());

        assertEquals(50, model.shown(first.id()).openedOutputsProperty().get());
    }

    private CellExecution execution(Cell cell) {
        CellId id = cell.id();
        return session.kernel().queue().execution(id);
    }
}
