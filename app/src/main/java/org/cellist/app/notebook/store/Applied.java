package org.cellist.app.notebook.store;

import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What one edit made of a notebook. Immutable.
///
/// @param changes what followers are told; empty when nothing changed
/// @param inverse what takes the edit back, to be applied in this order
record Applied(Notebook notebook, List<NotebookChange> changes, List<Inverse> inverse) {

    Applied {
        changes = List.copyOf(changes);
        inverse = List.copyOf(inverse);
    }

    Applied(Notebook notebook, NotebookChange change, Inverse inverse) {
        this(notebook, List.of(change), List.of(inverse));
    }

    static Applied nothing(Notebook notebook) {
        return new Applied(notebook, List.of(), List.of());
    }

    boolean isNothing() {
        return changes.isEmpty();
    }

    /// One step back: an edit, or something that no edit can say. Immutable.
    sealed interface Inverse {

        record Edit(NotebookEdit edit) implements Inverse {}

        /// Puts type, execution count and outputs of a cell back, but for what a kernel wrote
        /// since.
        ///
        /// @param cell as it was
        record Restore(Cell cell) implements Inverse {}

        /// Puts the cells in that order again.
        ///
        /// @param moved the cells that are told to have moved
        record Order(List<CellId> order, List<CellId> moved) implements Inverse {
            public Order {
                order = List.copyOf(order);
                moved = List.copyOf(moved);
            }
        }

        /// Puts another notebook in the place of the whole, but for what a kernel wrote since.
        record Replace(Notebook notebook) implements Inverse {}

        /// Takes back what one edit did to the notebook's metadata, and nothing that was written
        /// there since.
        record Metadata(JsonObject before, JsonObject after) implements Inverse {}

        /// Does the same with the metadata of a cell: what was collapsed since stays collapsed.
        record CellMetadata(CellId cell, JsonObject before, JsonObject after) implements Inverse {}
    }
}
