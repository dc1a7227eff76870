package org.cellist.app.notebook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.ui.notebook.selection.CellEdits;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

class KeptPlacesTest {

    private static final CellId A = new CellId("a");
    private static final CellId B = new CellId("b");

    private final NotebookStore store =
            new NotebookStore(
                    notebook(code("a", "one\n§two\n"), code("b", "three")), Clock.systemUTC());
    private final KeptPlaces places = new KeptPlaces(store);

    private static Cell code(String id, String source) {
        return new CodeCell(new CellId(id), source, JsonObject.EMPTY, null, CellOutputs.NONE, null);
    }

    private static Notebook notebook(Cell... cells) {
        return NewNotebook.empty().withCells(List.of(cells));
    }

    private static EditSource edit(CellId cell, int offset, int removed, String inserted) {
        return new EditSource(cell, offset, removed, inserted, null);
    }

    private String source() {
        return store.notebook().cell(A).map(Cell::source).orElse("");
    }

    private OptionalInt mark() {
        return OptionalInt.of(source().indexOf('§'));
    }

    @Test
    void aPlaceStaysBeforeItsCharacterWhateverIsEditedAroundIt() {
        var kept = places.keep(A, source().indexOf('§'));
        var random = new Random(7);

        for (int i = 0; i < 500; i++) {
            int mark = source().indexOf('§');
            boolean isBefore = random.nextBoolean();
            int from = isBefore ? random.nextInt(mark + 1) : mark + 1;
            int room = (isBefore ? mark : source().length()) - from;
            int removed = Math.min(room, random.nextInt(4));
            store.apply(edit(A, from, removed, "x\n".repeat(random.nextInt(4))));

            assertEquals(mark(), kept.offset());
        }
        for (int i = 0; i < 500; i++) {
            store.undo();
            assertEquals(mark(), kept.offset());
        }
    }

    @Test
    void editsElsewhereLeaveItAlone() {
        var kept = places.keep(A, 4);

        store.apply(edit(B, 0, 2, "what is above"));
        store.apply(new MoveCells(List.of(A), 1));
        store.apply(new InsertCells(0, List.of(code("c", "new"))));

        assertEquals(OptionalInt.of(4), kept.offset());
    }

    @Test
    void severalEditsOfOneStepAllCount() {
        var kept = places.keep(A, 4);

        store.apply(new Group(List.of(edit(A, 0, 0, "zero\n"), edit(A, 0, 1, "Z"))));
        assertEquals(mark(), kept.offset());
        store.undo();

        assertEquals(OptionalInt.of(4), kept.offset());
    }

    @Test
    void aPlaceInWhatIsDeletedIsWhereThatWas() {
        var kept = places.keep(A, 6);

        store.apply(edit(A, 4, 4, ""));

        assertEquals(OptionalInt.of(4), kept.offset());
    }

    @Test
    void aPlaceInANameStaysInItWhenItIsRenamed() {
        var longer = places.keep(A, 6);

        store.apply(edit(A, 5, 3, "number_two"));
        assertEquals(OptionalInt.of(6), longer.offset());
        store.apply(edit(A, 5, 10, ""));

        assertEquals(OptionalInt.of(5), longer.offset());
    }

    @Test
    void aPlaceGoesWithItsCellAndComesBackWithIt() {
        var kept = places.keep(A, 4);
        var other = places.keep(B, 2);

        store.apply(edit(A, 0, 0, "# "));
        store.apply(new RemoveCells(List.of(A)));
        assertEquals(OptionalInt.empty(), kept.offset());
        assertEquals(OptionalInt.of(2), other.offset());
        store.undo();

        assertEquals(mark(), kept.offset());
    }

    @Test
    void aPlaceFindsItsTextInWhatAnotherProgramWrote() {
        var kept = places.keep(A, 4);

        store.apply(
                new ReplaceNotebook(
                        notebook(code("a", "zero\none\n§two\n"), code("b", "three")), null, true));
        assertEquals(mark(), kept.offset());
        store.undo();
        assertEquals(OptionalInt.of(4), kept.offset());
        store.apply(new ReplaceNotebook(notebook(code("b", "three")), null, true));

        assertEquals(OptionalInt.empty(), kept.offset());
    }

    @Test
    void aPlaceGoesWithItsTextWhenItsCellIsSplitAndBack() {
        var upper = places.keep(A, 2);
        var lower = places.keep(A, 6);

        store.apply(CellEdits.split(store.notebook(), A, 4));
        var first = store.notebook().cells().getFirst().id();
        assertEquals(List.of(first, OptionalInt.of(2)), List.of(upper.cell(), upper.offset()));
        assertEquals(List.of(A, OptionalInt.of(2)), List.of(lower.cell(), lower.offset()));
        store.undo();

        assertEquals(List.of(A, OptionalInt.of(2)), List.of(upper.cell(), upper.offset()));
        assertEquals(List.of(A, OptionalInt.of(6)), List.of(lower.cell(), lower.offset()));
    }

    @Test
    void aPlaceGoesWithItsTextWhenCellsAreMergedAndBack() {
        var upper = places.keep(A, 4);
        var lower = places.keep(B, 2);

        store.apply(CellEdits.merge(store.notebook(), List.of(A, B)));
        var merged = source();
        assertEquals(List.of(A, mark()), List.of(upper.cell(), upper.offset()));
        assertEquals(
                List.of(A, OptionalInt.of(merged.indexOf("three") + 2)),
                List.of(lower.cell(), lower.offset()));
        store.undo();

        assertEquals(List.of(A, mark()), List.of(upper.cell(), upper.offset()));
        assertEquals(List.of(B, OptionalInt.of(2)), List.of(lower.cell(), lower.offset()));
    }

    @Test
    void aCellThatIsInsertedTakesNoPlaceAway() {
        var kept = places.keep(A, 6);

        store.apply(new InsertCells(0, List.of(code("c", "two"))));
        store.apply(new RemoveCells(List.of(B)));

        assertEquals(List.of(A, OptionalInt.of(6)), List.of(kept.cell(), kept.offset()));
    }

    @Test
    void whatIsNoPlaceInTheTextMovesNowhere() {
        var whole = places.keep(A, -1);

        Stream.of(edit(A, 0, 0, "first\n"), edit(A, 0, 3, "")).forEach(store::apply);

        assertEquals(OptionalInt.of(-1), whole.offset());
    }
}
