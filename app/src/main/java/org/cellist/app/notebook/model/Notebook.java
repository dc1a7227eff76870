package org.cellist.app.notebook.model;

import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// A whole notebook at one moment. Immutable.
///
/// @param version the format of the file it came from, or [NbformatVersion#CURRENT]
/// @param metadata the notebook's own metadata
/// @param cells the cells in order; their ids are distinct
/// @param origin the file it came from, null for a new notebook
public record Notebook(
        NbformatVersion version,
        JsonObject metadata,
        List<Cell> cells,
        @Nullable NotebookOrigin origin) {

    public Notebook {
        cells = List.copyOf(cells);
    }

    /// Returns the position of a cell, or -1.
    public int indexOf(CellId id) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Returns the ids of the cells in their order.
    public List<CellId> ids() {
        return cells.stream().map(Cell::id).toList();
    }

    public Optional<Cell> cell(CellId id) {
        int index = indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(cells.get(index));
    }

    /// Returns whether all is the same but what kernels wrote below the cells.
    public boolean isSameButOutputs(Notebook other) {
        if (!metadata.equals(other.metadata) || cells.size() != other.cells.size()) {
            return false;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!withoutOutputs(cells.get(i)).equals(withoutOutputs(other.cells.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static Cell withoutOutputs(Cell cell) {
        return cell instanceof Cell.CodeCell code ? code.withOutputs(null, CellOutputs.NONE) : cell;
    }

    public Notebook withCells(List<Cell> cells) {
        return new Notebook(version, metadata, cells, origin);
    }

    public Notebook withMetadata(JsonObject metadata) {
        return new Notebook(version, metadata, cells, origin);
    }
}
