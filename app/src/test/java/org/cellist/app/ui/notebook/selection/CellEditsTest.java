package org.cellist.app.ui.notebook.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// One cell made of several, several of one, and cells in another place.
class CellEditsTest {

    private static final String FILE =
            """
            {
              "cells": [
                {"cell_type": "code", "id": "a", "metadata": {"id": "colab-a"}, "execution_count": 1,
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\\n"]}],
                 "source": ["one"], "unknown": 1e400},
                {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "![p](attachment:p.png)",
                 "attachments": {"p.png": {"image/png": "AAAA"}}},
                {"cell_type": "markdown", "id": "n", "metadata": {}, "source": "![p](attachment:p.png)",
                 "attachments": {"p.png": {"image/png": "BBBB"}}}
              ],
              "metadata": {}, "nbformat": 4, "nbformat_minor": 5
            }
            """;

    private final NotebookStore store = store(read(FILE));

    @Property(tries = 200)
    void aSplitLosesNothingButLineEnds(
            @ForAll @Chars('\n') @CharRange(from = 'a', to = 'c') String source,
            @ForAll int where) {
        var cell = NewNotebook.cell(CellType.CODE, source);
        var own = store(NewNotebook.empty().withCells(List.of(cell)));
        int caret = Math.floorMod(where, source.length() + 1);

        own.apply(CellEdits.split(own.notebook(), cell.id(), caret));

        assertEquals(
                List.of(
                        source.substring(0, caret).stripTrailing(),
                        source.substring(caret).stripLeading()),
                sources(own.notebook()));
        assertEquals(cell.id(), own.notebook().cells().getLast().id());
        own.undo();
        assertEquals(List.of(source), sources(own.notebook()));
    }

    @Test
    void theLowerPartOfASplitKeepsTheOutputs() {
        store.apply(CellEdits.split(store.notebook(), cell(0).id(), 2));

        assertEquals("on", cell(0).source());
        assertEquals(0, outputs(cell(0)));
        assertEquals("e", cell(1).source());
        assertEquals(1, outputs(cell(1)));
    }

    @Test
    void mergedCellsAreOneOfTheFirstOnesTypeWithoutOutputs() {
        var before = store.notebook();

        store.apply(CellEdits.merge(before, List.of(cell(0).id(), cell(1).id())));

        assertEquals("one\n\n![p](attachment:p.png)", cell(0).source());
        assertEquals("a", cell(0).id().value());
        assertEquals(0, outputs(cell(0)));
        assertEquals(2, store.notebook().cells().size());
        store.undo();
        assertEquals(sources(before), sources(store.notebook()));
        assertEquals(1, outputs(cell(0)));
    }

    @Test
    void mergedTextKeepsBothPicturesOfOneName() {
        store.apply(CellEdits.merge(store.notebook(), List.of(cell(1).id(), cell(2).id())));

        assertEquals("![p](attachment:p.png)\n\n![p](attachment:_p.png)", cell(1).source());
        var merged = (MarkdownCell) cell(1);
        assertEquals(List.of("p.png", "_p.png"), List.copyOf(merged.attachments().keySet()));
    }

    @Test
    void onlyLinksToThatPictureAreRenamed() {
        var one = text("![](attachment:p.png)", Map.of("p.png", picture("AAAA")));
        var other =
                text(
                        "![](attachment:p.png) ![](attachment:p.png2) ![](attachment:a%20b.png)",
                        Map.of(
                                "p.png", picture("BBBB"),
                                "p.png2", picture("CCCC"),
                                "a b.png", picture("DDDD")));
        var own = store(NewNotebook.empty().withCells(List.of(one, other)));

        own.apply(CellEdits.merge(own.notebook(), List.of(one.id(), other.id())));

        assertEquals(
                "![](attachment:p.png)\n\n"
                        + "![](attachment:_p.png) ![](attachment:p.png2) ![](attachment:a%20b.png)",
                own.notebook().cells().getFirst().source());
    }

    private static MarkdownCell text(String source, Map<String, MimeBundle> attachments) {
        return new MarkdownCell(CellId.random(), source, JsonObject.EMPTY, attachments, null);
    }

    private static MimeBundle picture(String base64) {
        return new MimeBundle(Map.of("image/png", RawJson.ofString(base64)), RawJson.EMPTY_OBJECT);
    }

    @Test
    void aCopyHasAnIdentityOfItsOwn() {
        var copies = CellEdits.forPlace(store.notebook(), store.notebook().cells());

        assertNotEquals(cell(0).id(), copies.getFirst().id());
        assertEquals(copies.getFirst().id().value(), copies.getFirst().metadata().string("id"));
        assertEquals(cell(2).metadata(), copies.getLast().metadata());
    }

    @Test
    void whatWasCutOutKeepsItsIdentity() {
        var cut = cell(0);
        store.apply(new RemoveCells(List.of(cut.id())));

        assertEquals(List.of(cut), CellEdits.forPlace(store.notebook(), List.of(cut)));
    }

    @Test
    void aCopyIsWrittenWithAllThatItsCellHas() {
        var copies = CellEdits.forPlace(store.notebook(), List.of(cell(0)));
        store.apply(new InsertCells(3, copies));

        var written = written(store.notebook());

        var again = read(written);
        assertEquals(4, again.cells().size());
        assertEquals(copies.getFirst().id(), again.cells().getLast().id());
        assertEquals(1, outputs(again.cells().getLast()));
        assertEquals(2, count(written, "1e400"));
        int same = FILE.indexOf("BBBB");
        assertEquals(FILE.substring(0, same), written.substring(0, same));
    }

    @Test
    void aCopyInAnotherNotebookKeepsWhatNobodyKnows() {
        var other = store(NewNotebook.empty());
        other.apply(new InsertCells(0, CellEdits.forPlace(other.notebook(), List.of(cell(0)))));

        var written = written(other.notebook());

        assertEquals(List.of("one"), sources(read(written)));
        assertEquals("a", read(written).cells().getFirst().id().value());
        assertEquals(1, count(written, "1e400"));
    }

    private Cell cell(int index) {
        return store.notebook().cells().get(index);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static int outputs(Cell cell) {
        return cell instanceof CodeCell code ? code.outputs().items().size() : -1;
    }

    private static List<String> sources(Notebook notebook) {
        return notebook.cells().stream().map(Cell::source).toList();
    }

    private static NotebookStore store(Notebook notebook) {
        return new NotebookStore(notebook, Clock.systemUTC());
    }

    private static Notebook read(String json) {
        var outcome = new NotebookReader().read(json.getBytes(StandardCharsets.UTF_8));
        if (outcome instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new AssertionError(outcome);
    }

    private static String written(Notebook notebook) {
        return new String(
                new NotebookWriter().write(notebook).toByteArray(), StandardCharsets.UTF_8);
    }
}
