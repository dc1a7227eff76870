package org.cellist.app.notebook.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.model.Cell;
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

/// Finds where changes are to be seen. Immutable.
final class Places {

    private Places() {}

    /// Returns where changes are to be seen: at the last one, and at all others of several cells;
    /// empty when they are in no cell.
    ///
    /// @param changes at least one
    /// @param before the notebook before them
    /// @param after the notebook after them
    /// @param step what made them
    static Optional<EditPlace> of(
            List<NotebookChange> changes, Notebook before, Notebook after, EditPlace.Step step) {
        return switch (changes.getLast()) {
            case SourceChanged(var cell, var offset, _, var inserted, _) ->
                    Optional.of(new EditPlace(List.of(cell), offset + inserted.length(), step));
            case CellsRemoved(var cells) -> gap(before.indexOf(cells.getFirst()), after, step);
            case CellsInserted _,
                    CellsMoved _,
                    CellTypeChanged _,
                    CellMetadataChanged _,
                    OutputsChanged _ ->
                    changed(changes, after, step);
            case NotebookMetadataChanged _, NotebookReplaced _ -> Optional.empty();
        };
    }

    /// Returns all cells that were changed and are there.
    private static Optional<EditPlace> changed(
            List<NotebookChange> changes, Notebook after, EditPlace.Step step) {
        var cells = new LinkedHashSet<CellId>();
        changes.forEach(change -> cells.addAll(cellsOf(change)));
        var there = after.cells().stream().map(Cell::id).filter(cells::contains).toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(new EditPlace(there, null, step));
    }

    private static List<CellId> cellsOf(NotebookChange change) {
        return switch (change) {
            case SourceChanged source -> List.of(source.cell());
            case CellsInserted(_, var cells) -> cells;
            case CellsMoved(var cells) -> cells;
            case CellTypeChanged(var cell) -> List.of(cell);
            case CellMetadataChanged(var cell) -> List.of(cell);
            case OutputsChanged(var cell) -> List.of(cell);
            case CellsRemoved _, NotebookMetadataChanged _, NotebookReplaced _ -> List.of();
        };
    }

    /// Returns the cell that now stands where others went.
    private static Optional<EditPlace> gap(int index, Notebook after, EditPlace.Step step) {
        int last = after.cells().size() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        var cell = after.cells().get(Math.clamp(index, 0, last)).id();
        return Optional.of(new EditPlace(List.of(cell), null, step));
    }
}
