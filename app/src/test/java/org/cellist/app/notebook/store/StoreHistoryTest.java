package org.cellist.app.notebook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

/// Undo and redo over whatever a person and a kernel do.
class StoreHistoryTest {

    private static final int EDITS = 40;

    /// A clock whose hands are moved by the test.
    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hands clock = new Hands();
    private final NotebookStore store = new NotebookStore(NewNotebook.empty(), clock);

    @Property(tries = 400)
    void undoingEverythingAndRedoingItLeadsBackAndForth(@ForAll long seed) {
        var hands = new Hands();
        var notebook = new NotebookStore(NewNotebook.empty(), hands);
        var random = new Random(seed);
        var before = contents(notebook);
        for (int i = 0; i < EDITS; i++) {
            hands.move(Duration.ofMillis(random.nextInt(4000)));
            notebook.apply(edit(notebook, random));
        }
        var after = contents(notebook);

        while (notebook.canUndo()) {
            notebook.undo();
        }
        var undone = contents(notebook);
        while (notebook.canRedo()) {
            notebook.redo();
        }

        assertEquals(before, undone);
        assertEquals(after, contents(notebook));
    }

    @Property(tries = 200)
    void theChangesToldLeadToTheSameText(@ForAll long seed) {
        var random = new Random(seed);
        var cell = NewNotebook.cell(CellType.CODE, "start");
        var notebook = new NotebookStore(NewNotebook.empty().withCells(List.of(cell)), new Hands());
        var mirror = new StringBuilder("start");
        notebook.follow(
                change -> {
                    if (change instanceof SourceChanged(_, var at, var removed, var in, _)) {
                        mirror.replace(at, at + removed, in);
                    }
                });

        for (int i = 0; i < EDITS; i++) {
            switch (random.nextInt(4)) {
                case 0 -> notebook.undo();
                case 1 -> notebook.redo();
                default -> notebook.apply(sourceEdit(notebook, cell.id(), random));
            }
            assertEquals(source(notebook, cell.id()), mirror.toString());
        }
    }

    @Test
    void aWordTypedAtTwoCaretsAtOnceIsOneStep() {
        var cell = NewNotebook.cell(CellType.CODE, "a\nb");
        var id = cell.id();
        store.apply(new InsertCells(0, List.of(cell)));

        store.apply(both(id, 3, 1, "x"));
        store.apply(both(id, 5, 2, "y"));
        store.apply(both(id, 7, 3, " "));
        store.apply(both(id, 9, 4, "z"));

        assertEquals("axy z\nbxy z", store.notebook().cells().getFirst().source());
        store.undo();
        assertEquals("axy \nbxy ", store.notebook().cells().getFirst().source());
        store.undo();
        assertEquals("a\nb", store.notebook().cells().getFirst().source());
        store.redo();
        assertEquals("axy \nbxy ", store.notebook().cells().getFirst().source());
    }

    private static Group both(CellId id, int later, int earlier, String inserted) {
        return new Group(
                List.of(
                        new EditSource(id, later, 0, inserted, null),
                        new EditSource(id, earlier, 0, inserted, null)));
    }

    @Test
    void keysTypedInOneGoAreOneStepPerWord() {
        var cell = inserted(CellType.CODE, "");
        type(cell, "one two");

        store.undo();
        var once = source(store, cell);
        store.undo();

        assertEquals("one ", once);
        assertEquals("", source(store, cell));
    }

    @Test
    void aPauseBeginsANewStep() {
        var cell = inserted(CellType.CODE, "");
        type(cell, "ab");
        clock.move(Duration.ofSeconds(3));
        typeAt(cell, 2, "cd");

        store.undo();

        assertEquals("ab", source(store, cell));
    }

    @Test
    void aValueThatIsReplacedAgainAndAgainIsOneStep() {
        var cell = inserted(CellType.CODE, "x = 1 #@param");
        for (var value : List.of("2", "30", "4")) {
            replaceValue(cell, value, new EditorId(7));
        }

        store.undo();
        var before = source(store, cell);
        store.redo();

        assertEquals("x = 1 #@param", before);
        assertEquals("x = 4 #@param", source(store, cell));
    }

    @Test
    void aValueThatAnotherViewReplacesIsAStepOfItsOwn() {
        var cell = inserted(CellType.CODE, "x = 1 #@param");
        replaceValue(cell, "2", new EditorId(7));
        replaceValue(cell, "3", new EditorId(8));

        store.undo();

        assertEquals("x = 2 #@param", source(store, cell));
    }

    private void replaceValue(CellId cell, String value, EditorId editor) {
        int length = source(store, cell).indexOf(" #") - 4;
        store.apply(new EditSource(cell, 4, length, value, editor));
    }

    @Test
    void aKernelsOutputIsNoStepButClearingItIs() {
        var cell = inserted(CellType.CODE, "x");
        var request = new MessageId("r1");
        store.apply(new BeginRun(cell, request));
        store.apply(new ReplaceOutputs(cell, request, 1, printed("out")));
        store.apply(new ClearOutputs(List.of(cell)));

        store.undo();
        var restored = outputs(cell);
        store.undo();

        assertEquals(printed("out"), restored);
        assertEquals(List.of(), contents(store));
    }

    @Test
    void outputsOfAnEarlierRunAreDropped() {
        var cell = inserted(CellType.CODE, "x");
        store.apply(new BeginRun(cell, new MessageId("old")));
        store.apply(new BeginRun(cell, new MessageId("new")));

        store.apply(new ReplaceOutputs(cell, new MessageId("old"), 1, printed("late")));

        assertEquals(CellOutputs.NONE, outputs(cell));
    }

    @Test
    void outputsThatWereClearedStayClearedWhileTheRunGoesOn() {
        var cell = inserted(CellType.CODE, "x");
        var request = new MessageId("r");
        store.apply(new BeginRun(cell, request));
        store.apply(new ReplaceOutputs(cell, request, 1, printed("some")));
        store.apply(new ClearOutputs(List.of(cell)));

        store.apply(new ReplaceOutputs(cell, request, 1, printed("some more")));

        assertEquals(CellOutputs.NONE, outputs(cell));
    }

    @Test
    void aRemovedCellComesBackWithWhatItsRunWroteMeanwhile() {
        var cell = inserted(CellType.CODE, "x");
        var request = new MessageId("r");
        store.apply(new BeginRun(cell, request));
        store.apply(new RemoveCells(List.of(cell)));
        store.apply(new ReplaceOutputs(cell, request, 5, printed("meanwhile")));

        store.undo();

        assertEquals(printed("meanwhile"), outputs(cell));
    }

    @Test
    void aReloadIsAStepAmongOthers() {
        var cell = inserted(CellType.CODE, "x");
        var request = new MessageId("r");
        store.apply(new BeginRun(cell, request));
        var theirs = store.notebook().withCells(List.of(NewNotebook.cell(CellType.RAW, "theirs")));
        store.apply(new ReplaceNotebook(theirs, cell, true));
        store.apply(new ReplaceOutputs(cell, request, 5, printed("meanwhile")));

        store.undo();
        var back = outputs(cell);
        store.redo();
        var again = store.notebook().cells();
        store.undo();
        store.undo();

        assertEquals(printed("meanwhile"), back);
        assertEquals(theirs.cells(), again);
        assertEquals(List.of(), contents(store));
    }

    @Test
    void aReloadThatNobodyAskedForForgetsTheSteps() {
        inserted(CellType.CODE, "x");

        store.apply(new ReplaceNotebook(store.notebook().withCells(List.of()), null, false));

        assertFalse(store.canUndo());
    }

    @Test
    void anEditOutsideTheTextDoesNothing() {
        var cell = inserted(CellType.CODE, "abc");
        long version = store.version();

        store.apply(new EditSource(cell, 2, 5, "x", null));
        store.apply(new EditSource(new CellId("none"), 0, 0, "x", null));
        store.apply(new MoveCells(List.of(cell), 9));

        assertEquals("abc", source(store, cell));
        assertEquals(version, store.version());
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        var cell = inserted(CellType.CODE, "");
        type(cell, "a");
        store.undo();
        type(cell, "b");

        assertFalse(store.canRedo());
    }

    // ---- inside

    private CellId inserted(CellType type, String source) {
        var cell = NewNotebook.cell(type, source);
        store.apply(new InsertCells(store.notebook().cells().size(), List.of(cell)));
        return cell.id();
    }

    private void type(CellId cell, String text) {
        typeAt(cell, 0, text);
    }

    private void typeAt(CellId cell, int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            clock.move(Duration.ofMillis(100));
            store.apply(new EditSource(cell, offset + i, 0, text.substring(i, i + 1), null));
        }
    }

    private static CellOutputs printed(String text) {
        return CellOutputs.NONE.after(new Stream(StreamName.STDOUT, text));
    }

    private CellOutputs outputs(CellId cell) {
        return ((CodeCell) store.notebook().cell(cell).orElseThrow()).outputs();
    }

    private static String source(NotebookStore store, CellId cell) {
        return store.notebook().cell(cell).orElseThrow().source();
    }

    /// Everything that undo is to bring back.
    private static List<Object> contents(NotebookStore store) {
        var contents = new ArrayList<>();
        for (var cell : store.notebook().cells()) {
            contents.add(List.of(cell.id(), cell.type(), cell.source(), cell.metadata()));
        }
        return contents;
    }

    private static NotebookEdit edit(NotebookStore store, Random random) {
        var cells = store.notebook().cells();
        if (cells.isEmpty()) {
            return insertion(store, random);
        }
        var id = any(cells, random).id();
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> sourceEdit(store, id, random);
            case 3 -> insertion(store, random);
            case 4 -> new RemoveCells(some(cells, random));
            case 5 -> new MoveCells(some(cells, random), random.nextInt(cells.size()));
            case 6 -> new ChangeCellType(id, anyType(random));
            case 7 ->
                    new SetCellMetadata(
                            id, JsonObject.EMPTY.with("k", new JsonString("" + random.nextInt(9))));
            default ->
                    new Group(
                            List.of(
                                    sourceEdit(store, id, random),
                                    new ChangeCellType(id, anyType(random))));
        };
    }

    private static NotebookEdit insertion(NotebookStore store, Random random) {
        int index = random.nextInt(store.notebook().cells().size() + 1);
        return new InsertCells(
                index, List.of(NewNotebook.cell(anyType(random), "new " + random.nextInt(99))));
    }

    private static EditSource sourceEdit(NotebookStore store, CellId id, Random random) {
        int length = source(store, id).length();
        int from = random.nextInt(length + 1);
        int removed = random.nextInt(Math.min(3, length - from + 1));
        var inserted = List.of("", "a", "bc", " ", "\n", "한", "😀").get(random.nextInt(7));
        return new EditSource(id, from, removed, inserted, null);
    }

    private static CellType anyType(Random random) {
        return any(List.of(CellType.CODE, CellType.MARKDOWN, CellType.RAW), random);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<CellId> some(List<Cell> cells, Random random) {
        var ids = new ArrayList<>(cells.stream().map(Cell::id).toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, 1 + random.nextInt(Math.min(3, ids.size())));
    }
}
