package org.cellist.app.notebook.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange.CellsInserted;
import org.cellist.app.notebook.model.NotebookChange.CellsMoved;
import org.cellist.app.notebook.model.NotebookChange.CellsRemoved;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.Applied.Inverse;

/// What the edits of a notebook's list of cells do, as pure functions.
///
/// Cells are told apart by their ids alone: comparing contents would read all outputs.
///
/// Immutable.
final class CellList {

    private CellList() {}

    /// Returns the ids of cells, in their order.
    static List<CellId> ids(List<? extends Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }

    /// Returns the notebook with that cell in place of the one with its id.
    static Notebook with(Notebook notebook, Cell cell) {
        var cells = new ArrayList<>(notebook.cells());
        cells.set(notebook.indexOf(cell.id()), cell);
        return notebook.withCells(cells);
    }

    static Applied insert(Notebook notebook, InsertCells edit) {
        var taken = new HashSet<>(ids(notebook.cells()));
        boolean isInside = edit.index() >= 0 && edit.index() <= notebook.cells().size();
        if (edit.cells().isEmpty()
                || !isInside
                || !edit.cells().stream().allMatch(cell -> taken.add(cell.id()))) {
            return Applied.nothing(notebook);
        }
        var cells = new ArrayList<>(notebook.cells());
        cells.addAll(edit.index(), edit.cells());
        var ids = ids(edit.cells());
        return new Applied(
                notebook.withCells(cells),
                new CellsInserted(edit.index(), ids),
                new Inverse.Edit(new RemoveCells(ids)));
    }

    static Applied remove(Notebook notebook, RemoveCells edit) {
        var wanted = new HashSet<>(edit.cells());
        var left = new ArrayList<Cell>();
        var removed = new ArrayList<CellId>();
        var inverse = new ArrayList<Inverse>();
        var neighbours = new ArrayList<Cell>();
        var cells = notebook.cells();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (wanted.contains(cell.id())) {
                removed.add(cell.id());
                neighbours.add(cell);
            } else {
                left.add(cell);
                putBack(inverse, i, neighbours);
            }
        }
        putBack(inverse, cells.size(), neighbours);
        return removed.isEmpty()
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withCells(left), List.of(new CellsRemoved(removed)), inverse);
    }

    /// Notes how cells that stood together, up to `end`, come back. From the first group to the
    /// last, each place is that of the list as it grows again.
    private static void putBack(List<Inverse> inverse, int end, List<Cell> neighbours) {
        if (!neighbours.isEmpty()) {
            inverse.add(new Inverse.Edit(new InsertCells(end - neighbours.size(), neighbours)));
            neighbours.clear();
        }
    }

    static Applied move(Notebook notebook, MoveCells edit) {
        var wanted = new HashSet<>(edit.cells());
        var moved = new ArrayList<Cell>();
        var cells = new ArrayList<Cell>();
        for (var cell : notebook.cells()) {
            (wanted.contains(cell.id()) ? moved : cells).add(cell);
        }
        if (moved.isEmpty() || edit.index() < 0 || edit.index() > cells.size()) {
            return Applied.nothing(notebook);
        }
        cells.addAll(edit.index(), moved);
        return ordered(notebook, cells, ids(moved));
    }

    /// Puts the cells in that order again. Cells that it does not name keep their places.
    static Applied reorder(Notebook notebook, Inverse.Order back) {
        var place = new HashMap<CellId, Integer>();
        back.order().forEach(id -> place.put(id, place.size()));
        var named =
                notebook.cells().stream()
                        .filter(cell -> place.containsKey(cell.id()))
                        .sorted(Comparator.comparing(cell -> place.getOrDefault(cell.id(), 0)))
                        .iterator();
        var cells = new ArrayList<Cell>();
        for (var cell : notebook.cells()) {
            cells.add(place.containsKey(cell.id()) ? named.next() : cell);
        }
        return ordered(notebook, cells, back.moved());
    }

    private static Applied ordered(Notebook notebook, List<Cell> cells, List<CellId> moved) {
        var order = ids(notebook.cells());
        return order.equals(ids(cells))
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withCells(cells),
                        new CellsMoved(moved),
                        new Inverse.Order(order, moved));
    }
}
