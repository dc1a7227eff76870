package org.cellist.app.notebook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

class MetadataUndoTest {

    private final Cell cell = NewNotebook.cell(CellType.CODE, "x");
    private final NotebookStore store =
            new NotebookStore(NewNotebook.empty().withCells(List.of(cell)), Clock.systemUTC());

    @Test
    void undoOfAMetadataEditLeavesWhatWasCollapsedSince() {
        store.apply(new SetCellMetadata(cell.id(), metadata().with("name", new JsonString("a"))));
        store.apply(new SetCellView(cell.id(), CellParts.withOutputsHidden(metadata(), true)));

        store.undo();
        assertEquals(CellParts.withOutputsHidden(JsonObject.EMPTY, true), metadata());
        store.redo();

        assertEquals("a", metadata().string("name"));
        assertEquals(true, CellParts.hidesOutputs(metadata()));
    }

    @Test
    void membersInsideAnObjectAreTakenBackByThemselves() {
        var hidden = CellParts.withSourceHidden(JsonObject.EMPTY, true);
        store.apply(new SetCellView(cell.id(), hidden));
        var more = hidden.object("jupyter").with("mine", new JsonString("b"));
        store.apply(new SetCellMetadata(cell.id(), hidden.with("jupyter", more)));
        store.apply(new SetCellView(cell.id(), CellParts.withOutputsHidden(metadata(), true)));

        store.undo();

        assertEquals(CellParts.withOutputsHidden(hidden, true), metadata());
    }

    private JsonObject metadata() {
        return store.notebook().cells().getFirst().metadata();
    }
}
