package org.cellist.app.notebook.outline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as JupyterLab writes them, byte for byte.
class CellPartsTest {

    private static final String OPEN = file("\"tags\": []");
    private static final String SOURCE_HIDDEN =
            file("\"jupyter\": {\n     \"source_hidden\": true\n    },\n    \"tags\": []");
    private static final String OUTPUTS_HIDDEN =
            file(
                    "\"collapsed\": true,\n    \"jupyter\": {\n     \"outputs_hidden\": true\n    },\n"
                            + "    \"tags\": []");
    private static final String SCROLLED = file("\"scrolled\": true,\n    \"tags\": []");

    private static String file(String metadata) {
        return """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "one",
           "metadata": {
            %s
           },
           "outputs": [],
           "source": [
            "1"
           ]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """
                .formatted(metadata);
    }

    @Test
    void aHiddenSourceIsWrittenAsJupyterLabDoesAndTakenAwayWithoutTrace() {
        assertEquals(SOURCE_HIDDEN, written(OPEN, m -> CellParts.withSourceHidden(m, true)));
        assertEquals(OPEN, written(SOURCE_HIDDEN, m -> CellParts.withSourceHidden(m, false)));
    }

    @Test
    void hiddenOutputsAreSaidInBothWords() {
        assertEquals(OUTPUTS_HIDDEN, written(OPEN, m -> CellParts.withOutputsHidden(m, true)));
        assertEquals(OPEN, written(OUTPUTS_HIDDEN, m -> CellParts.withOutputsHidden(m, false)));
    }

    @Test
    void scrolledOutputsAreWrittenAndTakenAway() {
        assertEquals(SCROLLED, written(OPEN, m -> CellParts.withOutputsLimited(m, true)));
        assertEquals(OPEN, written(SCROLLED, m -> CellParts.withOutputsLimited(m, false)));
    }

    @Test
    void whatElseJupyterSaysOfTheCellStays() {
        var both = metadata(SOURCE_HIDDEN);

        var outputsToo = CellParts.withOutputsHidden(both, true);

        assertTrue(CellParts.hidesSource(outputsToo));
        assertEquals(both, CellParts.withOutputsHidden(outputsToo, false));
    }

    @Test
    void whatIsSoAlreadyIsNotWrittenAgain() {
        var old = metadata(file("\"collapsed\": true"));

        assertSame(old, CellParts.withOutputsHidden(old, true));
        assertSame(old, CellParts.withSourceHidden(old, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"collapsed\": true | true",
                "\"collapsed\": false | false",
                "\"collapsed\": \"yes\" | false",
                "\"jupyter\": { \"outputs_hidden\": true } | true",
                "\"jupyter\": { \"outputs_hidden\": false }, \"collapsed\": true | false",
                "\"jupyter\": 3, \"collapsed\": true | true",
                "\"jupyter\": [] | false",
            })
    void theOlderWordIsHeardWhereTheNewerOneIsSilent(String metadata, boolean hidden) {
        assertEquals(hidden, CellParts.hidesOutputs(metadata(file(metadata))));
    }

    @Test
    void outputsThatAreScrolledAsTheProgramLikesAreNot() {
        assertFalse(CellParts.limitsOutputs(metadata(file("\"scrolled\": \"auto\""))));
        assertTrue(CellParts.limitsOutputs(metadata(SCROLLED)));
    }

    @Test
    void hidingIsNoUndoStep() {
        var store = new NotebookStore(read(OPEN), Clock.systemUTC());
        var cell = store.notebook().cells().getFirst();

        store.apply(new SetCellView(cell.id(), CellParts.withSourceHidden(cell.metadata(), true)));

        assertFalse(store.canUndo());
        assertEquals(1, store.version());
    }

    private static JsonObject metadata(String file) {
        return read(file).cells().getFirst().metadata();
    }

    private static String written(String file, UnaryOperator<JsonObject> change) {
        var store = new NotebookStore(read(file), Clock.systemUTC());
        var cell = store.notebook().cells().getFirst();
        store.apply(new SetCellView(cell.id(), change.apply(cell.metadata())));
        return new String(new NotebookWriter().write(store.notebook()).toByteArray(), UTF_8);
    }

    private static Notebook read(String file) {
        if (new NotebookReader().read(file.getBytes(UTF_8)) instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new AssertionError("not editable");
    }
}
