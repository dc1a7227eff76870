package org.cellist.app.notebook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// By what number a step is known to those who remember something of it.
class StepNumbersTest {

    private final Cell cell = NewNotebook.cell(CellType.CODE, "a\nb");
    private final NotebookStore store =
            new NotebookStore(
                    NewNotebook.empty().withCells(List.of(cell)),
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void aStepKeepsItsNumberWhenItGrowsAndIsTakenBackAndMadeAgain() {
        assertEquals(0, store.lastStep());
        type(0, 2, "x", null);
        long step = store.lastStep();
        type(1, 4, "y", null);

        assertEquals(step, store.lastStep());
        assertEquals(new EditPlace.Step(step, true), store.undo().orElseThrow().step());
        assertEquals("a\nb", store.notebook().cells().getFirst().source());
        assertEquals(0, store.lastStep());
        assertEquals(new EditPlace.Step(step, false), store.redo().orElseThrow().step());
        assertEquals(step, store.lastStep());
    }

    @Test
    void aStepThatCanNoLongerBeMadeAgainNeverGivesItsNumberToAnother() {
        type(0, 2, "x", null);
        long lost = store.lastStep();
        store.undo();

        type(0, 2, "y", null);

        assertNotEquals(lost, store.lastStep());
    }

    @Test
    void whatTwoViewsTypeAtTheSamePlacesAreTwoSteps() {
        type(0, 2, "x", EditorId.next());
        long step = store.lastStep();

        type(1, 4, "y", EditorId.next());

        assertNotEquals(step, store.lastStep());
    }

    /// Types at two places, the later one first.
    private void type(int earlier, int later, String letter, @Nullable EditorId editor) {
        store.apply(
                new Group(
                        List.of(
                                new EditSource(cell.id(), later, 0, letter, editor),
                                new EditSource(cell.id(), earlier, 0, letter, editor))));
    }
}
