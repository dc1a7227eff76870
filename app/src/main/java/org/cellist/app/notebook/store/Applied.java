package org.cellist.app.notebook.store;

import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;

/// What one edit made of a notebook. Immutable.
///
/// @param changes what followers are told; empty when nothing changed
/// @param inverse what takes the edit back, to be applied in this order
record Applied(Notebook notebook, List<NotebookChange> changes, List<Inverse> inverse) {

    Applied {
        changes = List.copyOf(changes);
        inverse = List.copyOf(inverse);
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

        /// Puts a cell back as it was, whatever it is now, but for what a kernel wrote since.
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
    }
}
