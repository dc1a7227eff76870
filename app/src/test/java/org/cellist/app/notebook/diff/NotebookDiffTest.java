package org.cellist.app.notebook.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cellist.app.notebook.diff.CellDiff.Added;
import org.cellist.app.notebook.diff.CellDiff.Changed;
import org.cellist.app.notebook.diff.CellDiff.Moved;
import org.cellist.app.notebook.diff.CellDiff.Removed;
import org.cellist.app.notebook.diff.CellDiff.Same;
import org.cellist.app.notebook.diff.MimeChange.PictureChange;
import org.cellist.app.notebook.diff.MimeChange.TextChange;
import org.cellist.app.notebook.diff.MimeChange.ValueChange;
import org.cellist.app.notebook.format.NbdimeCases;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.junit.jupiter.api.Test;

class NotebookDiffTest {

    @Test
    void equalNotebooksDoNotDiffer() {
        var all = NbdimeCases.notebooks();

        for (var name : all.keySet()) {
            var notebook = Objects.requireNonNull(all.get(name));
            assertTrue(NotebookDiff.between(notebook, notebook).isEmpty(), name);
        }
    }

    @Test
    void anyTwoNotebooksOfNbdimesCanBeCompared() {
        var all = List.copyOf(NbdimeCases.notebooks().values());

        for (var before : all) {
            for (var after : all) {
                var diff = NotebookDiff.between(before, after);
                assertEquals(
                        after.cells().size(),
                        diff.cells().stream().filter(cell -> !(cell instanceof Removed)).count());
                assertEquals(
                        before.cells().size(),
                        diff.cells().stream().filter(cell -> !(cell instanceof Added)).count());
            }
        }
    }

    @Test
    void aCellThatItsNameTellsIsMovedAndNotRemovedAndAdded() {
        var before = notebook(code("a", "1"), code("b", "2"), code("c", "3"));
        var after = notebook(code("b", "2"), code("c", "3"), code("a", "1"));

        var diff = NotebookDiff.between(before, after);

        assertEquals(new Same(1, 0), diff.cells().get(0));
        assertEquals(new Same(2, 1), diff.cells().get(1));
        var moved = assertInstanceOf(Moved.class, diff.cells().get(2));
        assertEquals(0, moved.before());
    }

    @Test
    void cellsWithoutNamesAreKnownByTheirSource() {
        var before = notebook(code("", "import os"), code("", "x = 1\\ny = 2"), code("", "go()"));
        var after = notebook(code("", "new"), code("", "import os"), code("", "x = 1\\ny = 3"));

        var diff = NotebookDiff.between(before, after);

        assertInstanceOf(Added.class, diff.cells().get(0));
        assertEquals(new Same(0, 1), diff.cells().get(1));
        var changed = assertInstanceOf(Changed.class, diff.cells().get(2));
        assertEquals(1, changed.before());
        assertInstanceOf(Removed.class, diff.cells().get(3));
    }

    @Test
    void theSecondOfTwoCellsOfOneNameIsKnownByItsSource() {
        var before = notebook(code("a", "first = 1"), code("a", "second = 2"));
        var after = notebook(code("a", "first = 1"), code("x", "y"), code("a", "second = 2"));

        var diff = NotebookDiff.between(before, after);

        assertEquals(new Same(0, 0), diff.cells().get(0));
        assertInstanceOf(Added.class, diff.cells().get(1));
        assertEquals(new Same(1, 2), diff.cells().get(2));
    }

    @Test
    void aSourceIsComparedByLineAndWord() {
        var before = notebook(code("a", "keep\\nx = old_name(1)\\ngone"));
        var after = notebook(code("a", "keep\\nx = new_name(1)"));

        var lines = changes(before, after).source().lines();

        assertEquals(
                List.of(
                        "KEPT keep",
                        "REMOVED x = old_name(1)",
                        "REMOVED gone",
                        "ADDED x = new_name(1)"),
                lines.stream().map(line -> line.kind() + " " + line.text()).toList());
        assertEquals(List.of(new TextLine.Span(4, 12)), lines.get(3).words());
    }

    @Test
    void aTypeAndMetadataAndTheNumberOfARunAreCompared() {
        var before =
                notebook(code("a", "x").replace("{}", "{\"k\": {\"deep\": 1}, \"tags\": [1]}"));
        var after =
                notebook(
                        code("a", "x")
                                .replace("{}", "{\"k\": {\"deep\": 2}, \"tags\": [1]}")
                                .replace("null", "7"));

        var changes = changes(before, after);

        assertEquals(new Change<>(null, 7), changes.count());
        var deep = new Change<>(new JsonNumber("1"), new JsonNumber("2"));
        assertEquals("k.deep", changes.metadata().getFirst().path());
        assertEquals(deep, changes.metadata().getFirst().value());
        assertEquals(1, changes.metadata().size());
        var typed = notebook(code("a", "x").replace("\"code\"", "\"raw\""));
        assertEquals(new Change<>(CellType.CODE, CellType.RAW), changes(before, typed).type());
    }

    @Test
    void outputsAreComparedByMimeType() {
        var before = notebook(output("\"text/plain\": \"a\\nb\", \"image/png\": \"AAAA\""));
        var after =
                notebook(output("\"text/plain\": [\"a\\n\", \"c\"], \"image/png\": \"AAAABBBB\""));

        var output = changes(before, after).outputs().getFirst();

        var text = assertInstanceOf(TextChange.class, output.changes().get(0));
        assertEquals(3, text.text().lines().size());
        assertEquals(new PictureChange("image/png", 3, 6), output.changes().get(1));
    }

    @Test
    void aLargeValueIsToldByItsSize() {
        var long1 = "[" + "1,".repeat(2000) + "1]";
        var before = notebook(output("\"application/json\": " + long1));
        var after = notebook(output("\"application/json\": {\"a\": 1}"));

        var output = changes(before, after).outputs().getFirst();

        assertEquals(List.of(new ValueChange("application/json", 4003, 7)), output.changes());
    }

    @Test
    void theSameOutputsWrittenInAnotherWayDoNotDiffer() {
        var before =
                notebook(output("\"text/plain\": \"a\\nb\", \"x/y+json\": {\"a\": 1, \"b\": 2}"));
        var after =
                notebook(
                        output(
                                "\"text/plain\": [\"a\\n\", \"\\u0062\"], \"x/y+json\":"
                                        + " {\"b\":2,\"a\":1}"));

        assertTrue(NotebookDiff.between(before, after).isEmpty());
    }

    @Test
    void outputsAndMetadataCanBeLeftOut() {
        var before = notebook(output("\"text/plain\": \"1\""), code("b", "x"));
        var after =
                notebook(
                        output("\"text/plain\": \"2\""),
                        code("b", "x").replace("{}", "{\"k\": 1}"));

        var diff = NotebookDiff.between(before, after);

        assertFalse(diff.withoutOutputs().isEmpty());
        assertFalse(diff.withoutMetadata().isEmpty());
        assertTrue(diff.withoutOutputs().withoutMetadata().isEmpty());
    }

    @Test
    void attachmentsAndTheNotebookItselfAreCompared() {
        var cell =
                "{\"cell_type\": \"markdown\", \"id\": \"a\", \"metadata\": {}, \"source\": \"x\"";
        var before = notebook(cell + "}");
        var after = notebook(cell + ", \"attachments\": {\"p.png\": {\"image/png\": \"AAAA\"}}}");

        var attached = changes(before, after).attachments().getFirst();

        assertEquals("p.png", attached.name());
        assertEquals(List.of(new PictureChange("image/png", -1, 3)), attached.changes());
        var newer =
                new Notebook(new NbformatVersion(4, 6), before.metadata(), before.cells(), null);
        assertNotNull(NotebookDiff.between(before, newer).version());
    }

    @Test
    void anotherNameIsADifferenceOnlyWhereBothHaveOne() {
        var before = notebook(code("a", "print(1)"));

        var diff = NotebookDiff.between(before, notebook(code("b", "print(1)")));

        var changes = assertInstanceOf(Changed.class, diff.cells().getFirst()).changes();
        assertEquals(new Change<>(new CellId("a"), new CellId("b")), changes.id());
        assertTrue(NotebookDiff.between(before, notebook(code("", "print(1)"))).isEmpty());
    }

    private static CellChanges changes(Notebook before, Notebook after) {
        var cells = new ArrayList<>(NotebookDiff.between(before, after).cells());
        return assertInstanceOf(Changed.class, cells.getFirst()).changes();
    }

    /// @param id empty for none
    private static String code(String id, String source) {
        var name = id.isEmpty() ? "" : "\"id\": \"" + id + "\", ";
        return "{\"cell_type\": \"code\", "
                + name
                + "\"metadata\": {}, \"execution_count\": null, \"outputs\": [], \"source\": \""
                + source
                + "\"}";
    }

    private static String output(String data) {
        var output = "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {";
        return code("a", "x").replace("[]", "[" + output + data + "}}]");
    }

    private static Notebook notebook(String... cells) {
        var text =
                "{\"cells\": ["
                        + String.join(", ", cells)
                        + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        var read = new NotebookReader().read(text.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(Editable.class, read, text).notebook();
    }
}
