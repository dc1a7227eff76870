package org.cellist.app.notebook.store;

import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.CellMetadataChanged;
import org.cellist.app.notebook.model.NotebookChange.CellTypeChanged;
import org.cellist.app.notebook.model.NotebookChange.CellsInserted;
import org.cellist.app.notebook.model.NotebookChange.CellsMoved;
import org.cellist.app.notebook.model.NotebookChange.CellsRemoved;
import org.cellist.app.notebook.model.NotebookChange.NotebookMetadataChanged;
import org.cellist.app.notebook.model.NotebookChange.NotebookReplaced;
import org.cellist.app.notebook.model.NotebookChange.OutputsChanged;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;

/// Finds where a change is to be seen. Immutable.
final class Places {

    private Places() {}

    /// Returns where a change is to be seen; empty when it is in no cell.
    ///
    /// @param before the notebook before it
    /// @param after the notebook after it
    static Optional<EditPlace> of(NotebookChange change, Notebook before, Notebook after) {
        return switch (change) {
            case SourceChanged(var cell, var offset, _, var inserted, _) ->
                    Optional.of(new EditPlace(cell, offset + inserted.length()));
            case CellsInserted(_, var cells) -> first(cells);
            case CellsMoved(var cells) -> first(cells);
            case CellTypeChanged(var cell) -> first(List.of(cell));
            case CellMetadataChanged(var cell) -> first(List.of(cell));
            case OutputsChanged(var cell) -> first(List.of(cell));
            case CellsRemoved(var cells) -> gap(before.indexOf(cells.getFirst()), after);
            case NotebookMetadataChanged _, NotebookReplaced _ -> Optional.empty();
        };
    }

    private static Optional<EditPlace> first(List<CellId> cells) {
        return cells.stream().findFirst().map(cell -> new EditPlace(cell, null));
    }

    /// Returns the cell that now stands where others went.
    private static Optional<EditPlace> gap(int index, Notebook after) {
        int last = after.cells().size() - 1;
        return last < 0
                ? Optional.empty()
                : first(List.of(after.cells().get(Math.clamp(index, 0, last)).id()));
    }
}
