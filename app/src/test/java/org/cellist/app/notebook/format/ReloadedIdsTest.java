package org.cellist.app.notebook.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Test;

class ReloadedIdsTest {

    @Test
    void unchangedCellsKeepTheirIdsWhereverTheyMoved() {
        var before = notebook("a", "b", "c");
        var after = ReloadedIds.carriedOver(before, notebook("c", "a", "b"));

        assertEquals(
                List.of(id(before, 2), id(before, 0), id(before, 1)),
                after.cells().stream().map(Cell::id).toList());
    }

    @Test
    void anEditedCellBetweenUnchangedOnesIsTheSameCell() {
        var before = notebook("a", "b", "c");
        var after = ReloadedIds.carriedOver(before, notebook("a", "edited", "c"));

        assertEquals(id(before, 1), id(after, 1));
    }

    @Test
    void aNewCellGetsAnIdOfItsOwn() {
        var before = notebook("a", "b");
        var after = ReloadedIds.carriedOver(before, notebook("a", "new", "b"));

        assertEquals(id(before, 0), id(after, 0));
        assertNotEquals(id(before, 1), id(after, 1));
        assertEquals(id(before, 1), id(after, 2));
    }

    @Test
    void equalCellsAreMatchedInTheirOrder() {
        var before = notebook("", "", "x");
        var after = ReloadedIds.carriedOver(before, notebook("", "", "", "x"));

        assertEquals(id(before, 0), id(after, 0));
        assertEquals(id(before, 1), id(after, 1));
        assertEquals(id(before, 2), id(after, 3));
        assertEquals(4, after.cells().stream().map(Cell::id).distinct().count());
    }

    @Test
    void aNameInTheFileCountsMoreThanTheContent() {
        var before = named("one", "two");
        var after = ReloadedIds.carriedOver(before, named("two", "one"));

        assertEquals(
                List.of(new CellId("two"), new CellId("one")),
                after.cells().stream().map(Cell::id).toList());
    }

    @Test
    void theFileIsStillSavedAsItIs() {
        var bytes = json("a", "new", "b");
        var after = ReloadedIds.carriedOver(notebook("a", "b"), read(bytes));

        assertArrayEquals(bytes, new NotebookWriter().write(after).toByteArray());
    }

    private static CellId id(Notebook notebook, int index) {
        return notebook.cells().get(index).id();
    }

    private static Notebook notebook(String... sources) {
        return read(json(sources));
    }

    private static byte[] json(String... sources) {
        return file(
                Stream.of(sources)
                        .map(
                                s ->
                                        "{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": \""
                                                + s
                                                + "\"}")
                        .collect(Collectors.joining(", ")));
    }

    private static Notebook named(String... ids) {
        return read(
                file(
                        Stream.of(ids)
                                .map(
                                        id ->
                                                "{\"cell_type\": \"raw\", \"id\": \""
                                                        + id
                                                        + "\", \"metadata\": {}, \"source\": \"\"}")
                                .collect(Collectors.joining(", "))));
    }

    private static byte[] file(String cells) {
        var json =
                "{\"cells\": ["
                        + cells
                        + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Notebook read(byte[] bytes) {
        return ((Editable) new NotebookReader().read(bytes)).notebook();
    }
}
