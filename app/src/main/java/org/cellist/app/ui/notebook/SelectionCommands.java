package org.cellist.app.ui.notebook;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.notebook.selection.CellSelection;

/// How a person selects cells, by key or mouse.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class SelectionCommands {

    private final NotebookViewModel model;

    SelectionCommands(NotebookViewModel model) {
        this.model = model;
    }

    /// Selects a cell alone, or all from where the last one was picked up to this one.
    void select(CellId cell, boolean extend) {
        int index = model.cells().indexOf(cell);
        if (index < 0 || cell.equals(model.editing())) {
            return;
        }
        select(index, extend);
        model.leaveEditing();
    }

    /// Selects cells and shows the first of them.
    void select(List<CellId> cells) {
        var wanted = new HashSet<>(cells);
        var now = model.cells();
        var places = IntStream.range(0, now.size()).filter(at -> wanted.contains(now.get(at)));
        var positions = places.boxed().toList();
        if (!positions.isEmpty()) {
            model.select(CellSelection.at(positions, positions.getFirst()));
            model.commands().reveal(now.get(positions.getFirst()));
        }
    }

    /// Adds a cell to the selected ones, or takes it from them.
    void toggle(CellId cell) {
        int index = model.cells().indexOf(cell);
        if (index >= 0) {
            model.select(model.selection().toggled(index));
            model.leaveEditing();
        }
    }

    /// Adds the cell that keys go to, or takes it from those selected.
    void toggleLead() {
        var lead = model.lead();
        if (lead != null) {
            toggle(lead);
        }
    }

    /// Moves the selection by that many of the cells that are shown; extends it when asked to.
    void step(int places, boolean extend) {
        int index = shown(places);
        if (index >= 0) {
            select(index, extend);
            model.commands().reveal(model.cells().get(index));
        }
    }

    /// Takes keys to another cell, and leaves selected what is.
    void walk(int places) {
        int index = shown(places);
        if (index >= 0) {
            model.select(model.selection().ledBy(index));
            model.commands().reveal(model.cells().get(index));
        }
    }

    void selectAll() {
        if (!model.cells().isEmpty()) {
            model.select(CellSelection.range(0, model.cells().size() - 1));
        }
    }

    private void select(int index, boolean extend) {
        model.select(extend ? model.selection().extendedTo(index) : CellSelection.only(index));
    }

    /// Returns the position of the shown cell that many places from the lead, -1 for none.
    private int shown(int places) {
        var shown = model.visibleProperty().get();
        var lead = model.lead();
        if (lead == null) {
            return -1;
        }
        long next = shown.indexOf(lead) + (long) places;
        return model.cells().indexOf(shown.get(Math.clamp(next, 0, shown.size() - 1)));
    }
}
