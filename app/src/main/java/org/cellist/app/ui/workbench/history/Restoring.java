package org.cellist.app.ui.workbench.history;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;

/// The edit that puts one cell back as a version had it.
///
/// Immutable.
final class Restoring {

    private Restoring() {}

    /// Returns the edit; empty when there is nothing to put back, or the cell is gone by now.
    ///
    /// @param compared says which cells of the version and of the notebook belong together
    /// @param now the notebook as it is by now
    static Optional<NotebookEdit> of(CellDiff diff, Shown.Compared compared, Notebook now) {
        return switch (diff) {
            case CellDiff.Changed(var before, _, _, var cell, _) ->
                    changed(compared.then().cells().get(before), cell.id(), now);
            case CellDiff.Removed removed -> removed(removed, compared, now);
            case CellDiff.Added _, CellDiff.Moved _, CellDiff.Same _ -> Optional.empty();
        };
    }

    private static Optional<NotebookEdit> changed(Cell was, CellId id, Notebook now) {
        int place = now.indexOf(id);
        if (place < 0) {
            return Optional.empty();
        }
        var back = inPlaceOf(now.cells().get(place), was);
        return Optional.of(
                new Group(
                        List.of(
                                new RemoveCells(List.of(id)),
                                new InsertCells(place, List.of(back)))));
    }

    /// Keeps the cell's identity, and its place in the file: what is the same is not written anew.
    private static Cell inPlaceOf(Cell now, Cell was) {
        return switch (was) {
            case CodeCell(_, var source, var metadata, var count, var outputs, _) ->
                    new CodeCell(now.id(), source, metadata, count, outputs, now.origin());
            case MarkdownCell(_, var source, var metadata, var attachments, _) ->
                    new MarkdownCell(now.id(), source, metadata, attachments, now.origin());
            case RawCell(_, var source, var metadata, var attachments, _) ->
                    new RawCell(now.id(), source, metadata, attachments, now.origin());
        };
    }

    /// It comes back below the cell that it stood below, if that is still there.
    private static Optional<NotebookEdit> removed(
            CellDiff.Removed removed, Shown.Compared compared, Notebook now) {
        boolean isTaken = now.indexOf(removed.cell().id()) >= 0;
        var back = isTaken ? removed.cell().withId(CellId.random()) : removed.cell();
        var places = new HashMap<CellId, Integer>();
        now.cells().forEach(cell -> places.put(cell.id(), places.size()));
        int place = 0;
        for (var each : compared.diff().cells()) {
            if (each instanceof CellDiff.Removed other && other.before() == removed.before()) {
                break;
            }
            int after = placeAfter(each);
            if (after >= 0) {
                var stands = places.get(compared.now().cells().get(after).id());
                place = stands == null ? place : stands + 1;
            }
        }
        return Optional.of(new InsertCells(place, List.of(back)));
    }

    private static int placeAfter(CellDiff diff) {
        return switch (diff) {
            case CellDiff.Same(_, var place) -> place;
            case CellDiff.Moved(_, var place, _) -> place;
            case CellDiff.Added(var place, _, _) -> place;
            case CellDiff.Changed(_, var place, _, _, _) -> place;
            case CellDiff.Removed _ -> -1;
        };
    }
}
