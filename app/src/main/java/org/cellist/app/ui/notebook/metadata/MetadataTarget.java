package org.cellist.app.ui.notebook.metadata;

import java.util.Optional;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookMetadata;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// Whose metadata are edited. Immutable.
///
/// @param cell null for the notebook's own
record MetadataTarget(@Nullable CellId cell) {

    static final MetadataTarget NOTEBOOK = new MetadataTarget(null);

    /// Returns the metadata; empty when the cell is gone.
    Optional<JsonObject> in(Notebook notebook) {
        return cell == null
                ? Optional.of(notebook.metadata())
                : notebook.cell(cell).map(Cell::metadata);
    }

    /// Returns the type of the cell; null for the notebook, and for a cell that is gone.
    @Nullable CellType type(Notebook notebook) {
        return cell == null ? null : notebook.cell(cell).map(Cell::type).orElse(null);
    }

    NotebookEdit edit(JsonObject metadata) {
        return cell == null
                ? new SetNotebookMetadata(metadata)
                : new SetCellMetadata(cell, metadata);
    }
}
