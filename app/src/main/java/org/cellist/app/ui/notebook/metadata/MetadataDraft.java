package org.cellist.app.ui.notebook.metadata;

import java.time.Clock;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.metadata.MetadataText;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Metadata as a person writes them: a document of one cell, with an undo history of its own.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class MetadataDraft {

    private final NotebookStore document;
    private JsonObject base;
    private String baseText;

    /// @param base the metadata as they are
    MetadataDraft(JsonObject base) {
        this.base = base;
        this.baseText = MetadataText.of(base);
        var cell = NewNotebook.cell(CellType.RAW, baseText);
        this.document =
                new NotebookStore(NewNotebook.empty().withCells(List.of(cell)), Clock.systemUTC());
    }

    /// The document that the editor shows. Its only cell has the text.
    NotebookStore document() {
        return document;
    }

    String text() {
        return document.notebook().cells().getFirst().source();
    }

    /// The metadata that the text began with, or that were made of it last.
    JsonObject base() {
        return base;
    }

    /// Returns whether something was typed since.
    boolean isChanged() {
        return !text().equals(baseText);
    }

    /// Says that the text is in the notebook now.
    void settle(JsonObject applied) {
        base = applied;
        baseText = text();
    }

    /// Begins with other metadata; an undo brings back what was typed.
    void take(JsonObject metadata) {
        base = metadata;
        baseText = MetadataText.of(metadata);
        var cell = document.notebook().cells().getFirst();
        document.apply(new EditSource(cell.id(), 0, cell.source().length(), baseText, null));
    }
}
