package org.cellist.app.ui.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.Spliced;
import org.junit.jupiter.api.Test;

class CellViewModelTest {

    private static final EditorId EDITOR = new EditorId(7);

    private final RecordedActions actions = new RecordedActions();
    private final CodeCell cell = (CodeCell) NewNotebook.cell(CellType.CODE, "1 + 1");
    private final CellViewModel model =
            new CellViewModel(cell, new CellExecution.NotRun(), actions);

    @Test
    void thePromptShowsTheNumberOfTheLastRun() {
        model.show(cell.withOutputs(3, CellOutputs.NONE));
        model.executionChanged(new CellExecution.Done(Duration.ofMillis(5)));

        assertEquals("[3]", model.prompt());
    }

    @Test
    void thePromptOfACellThatWaitsOrRunsIsAStar() {
        model.show(cell.withOutputs(3, CellOutputs.NONE));

        model.executionChanged(new CellExecution.Queued());
        var queued = model.prompt();
        model.executionChanged(new CellExecution.Running(Instant.EPOCH));

        assertEquals(List.of("[*]", "[*]"), List.of(queued, model.prompt()));
    }

    @Test
    void thePromptOfACellThatNeverRanIsEmpty() {
        assertEquals("[ ]", model.prompt());
    }

    @Test
    void aKeyBecomesOneEditThatNamesItsEditor() {
        model.editSource(1, 0, "x", EDITOR);

        assertEquals(
                List.<NotebookEdit>of(new EditSource(cell.id(), 1, 0, "x", EDITOR)), actions.edits);
    }

    @Test
    void theViewIsToldOfEachChangeOfTheTextWhileItFollows() {
        var told = new ArrayList<SourceChanged>();
        var change = new SourceChanged(cell.id(), 0, 5, "2", null);

        model.followSource(told::add);
        model.sourceChanged(change, cell.withSource("2"));
        model.followSource(null);
        model.sourceChanged(change, cell.withSource("2"));

        assertEquals(List.of(change), told);
        assertEquals("2", model.cell().source());
    }

    @Test
    void whatRunsByItselfMustHaveBeenRunOnce() {
        model.runAgain();
        var before = List.copyOf(actions.asked);
        model.ranProperty().set(true);
        model.runAgain();

        assertEquals(List.of(), before);
        assertEquals(List.of("run"), actions.asked);
    }

    @Test
    void aFormIsFoundAsSoonAsItIsWritten() {
        assertTrue(model.form().isEmpty());
        change(5, 0, "\nn = 1 #");
        assertTrue(model.form().isEmpty());

        change(13, 0, "@param");

        assertEquals(1, model.form().orElseThrow().parameters().size());
        change(13, 1, "");
        assertTrue(model.form().isEmpty());
    }

    @Test
    void aFormThatIsWrittenByOneOfSeveralChangesAtOnceIsFound() {
        assertTrue(model.form().isEmpty());
        var now = cell.withSource("xn = 1 #@param");

        model.sourceChanged(new SourceChanged(cell.id(), 0, 0, "x", null), now);
        assertEquals(1, model.form().orElseThrow().parameters().size());
        model.sourceChanged(new SourceChanged(cell.id(), 1, 5, "n = 1 #@param", null), now);

        assertEquals(1, model.form().orElseThrow().parameters().size());
    }

    private void change(int offset, int removed, String inserted) {
        var source = Spliced.text(model.cell().source(), offset, offset + removed, inserted);
        model.sourceChanged(
                new SourceChanged(cell.id(), offset, removed, inserted, null),
                model.cell().withSource(source));
    }
}
