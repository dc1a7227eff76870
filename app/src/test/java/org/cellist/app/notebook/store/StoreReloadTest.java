package org.cellist.app.notebook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which cells are which when the file was read again, through the door that every edit takes.
class StoreReloadTest {

    private static final int RUNNING = 1;

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aRunningCellThatTheFileDoesNotNameKeepsItsRun(int minor) {
        var store = opened(file(minor, unnamed("a"), unnamed("run"), unnamed("b")));
        var running = ids(store).get(RUNNING);
        var request = new MessageId("request");
        store.apply(new BeginRun(running, request));

        store.apply(
                new ReplaceNotebook(
                        read(file(minor, unnamed("new"), unnamed("b"), unnamed("run"))),
                        running,
                        false));
        var outputs = CellOutputs.NONE.after(new IopubContent.Stream(StreamName.STDOUT, "said"));
        store.apply(new ReplaceOutputs(running, request, 1, outputs));

        var cell = assertInstanceOf(CodeCell.class, store.notebook().cells().get(2));
        assertEquals(running, cell.id());
        assertEquals(outputs, cell.outputs());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aReloadAloneChangesNoByteOfTheFile(int minor) {
        var store = opened(file(minor, named("one", "x"), named("two", "x"), unnamed("x")));
        var other = file(minor, named("two", "x"), unnamed("x"), named("one", "x"));

        store.apply(new ReplaceNotebook(read(other), null, false));

        assertEquals(
                other,
                new String(new NotebookWriter().write(store.notebook()).toByteArray(), UTF_8));
        assertEquals(new CellId("two"), ids(store).getFirst());
        assertEquals(new CellId("one"), ids(store).getLast());
    }

    @Test
    void anIdThatWasMadeUpForAnotherCellIsNotGivenAgain() {
        var store = opened(file(4, unnamed("a")));
        var before = ids(store).getFirst();
        var fresh = read(file(4, unnamed("new"), unnamed("other")));
        var clashing =
                fresh.withCells(List.of(fresh.cells().get(0).withId(before), fresh.cells().get(1)));

        store.apply(new ReplaceNotebook(clashing, null, false));

        assertNotEquals(before, ids(store).getFirst());
        assertEquals(2, ids(store).stream().distinct().count());
    }

    @Test
    void aCellOfAnotherTypeInTheSamePlaceIsAnotherCell() {
        var store = opened(file(4, unnamed("a"), unnamed("b")));
        var before = ids(store).get(1);
        var text = unnamed("text").replace("\"code\"", "\"markdown\"");

        store.apply(new ReplaceNotebook(read(file(4, unnamed("a"), text)), null, false));

        assertNotEquals(before, ids(store).get(1));
    }

    private static NotebookStore opened(String file) {
        return new NotebookStore(read(file), Clock.systemUTC());
    }

    private static List<CellId> ids(NotebookStore store) {
        return store.notebook().cells().stream().map(Cell::id).toList();
    }

    private static Notebook read(String file) {
        var outcome = new NotebookReader().read(file.getBytes(UTF_8));
        return assertInstanceOf(ReadOutcome.Editable.class, outcome).notebook();
    }

    private static String unnamed(String source) {
        return "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {},"
                + " \"outputs\": [], \"source\": \""
                + source
                + "\"}";
    }

    private static String named(String id, String source) {
        return unnamed(source).replaceFirst("\"metadata\"", "\"id\": \"" + id + "\", \"metadata\"");
    }

    private static String file(int minor, String... cells) {
        return Stream.of(cells).collect(Collectors.joining(", ", "{\"cells\": [", "],"))
                + " \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": "
                + minor
                + "}";
    }
}
