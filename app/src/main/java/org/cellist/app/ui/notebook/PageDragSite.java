package org.cellist.app.ui.notebook;

import java.util.HashSet;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.outline.Sections;
import org.cellist.app.ui.notebook.drag.DragSite;

/// The cells of a page, as a drag sees them.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class PageDragSite implements DragSite<RowKey> {

    private final NotebookViewModel model;
    private final Runnable holdsChanged;

    /// @param holdsChanged keeps the row that was grabbed, or no longer
    PageDragSite(NotebookViewModel model, Runnable holdsChanged) {
        this.model = model;
        this.holdsChanged = holdsChanged;
    }

    @Override
    public List<CellId> selected() {
        return model.selectedWithHidden();
    }

    @Override
    public int sectionLevel() {
        var selection = model.selection();
        boolean isSection =
                selection.count() == 1 && model.sections().hiddenBelow(selection.first()) > 0;
        return isSection ? level(selection.first()) : 0;
    }

    private int level(int index) {
        return Sections.level(model.cell(model.cells().get(index)));
    }

    @Override
    public List<Cell> cells(List<CellId> ids) {
        return ids.stream().map(model::cell).toList();
    }

    @Override
    public int before(RowKey row) {
        return switch (row) {
            case RowKey.OfCell(var cell) -> model.cells().indexOf(cell);
            case RowKey.End() -> model.cells().size();
        };
    }

    @Override
    public int after(RowKey row) {
        return switch (row) {
            case RowKey.OfCell(var cell) -> {
                int index = model.cells().indexOf(cell);
                yield index + 1 + model.sections().hiddenBelow(index);
            }
            case RowKey.End() -> model.cells().size();
        };
    }

    @Override
    public int placeFor(int sectionLevel, int index) {
        int place = index;
        while (sectionLevel > 0 && place < model.cells().size()) {
            int level = level(place);
            if (level > 0 && level <= sectionLevel) {
                break;
            }
            place++;
        }
        return place;
    }

    @Override
    public RowKey row(int index) {
        return index < model.cells().size()
                ? new RowKey.OfCell(model.cells().get(index))
                : new RowKey.End();
    }

    @Override
    public boolean isKept() {
        return model.commands().areKept();
    }

    @Override
    public void move(List<CellId> cells, int index) {
        var moved = new HashSet<>(cells);
        long before = model.cells().subList(0, index).stream().filter(moved::contains).count();
        model.commands().apply(new MoveCells(cells, index - (int) before));
        model.commands().reveal(cells.getFirst());
    }

    @Override
    public void insert(List<Cell> cells, int index) {
        model.copyCommands().insert(index, cells);
    }

    @Override
    public void remove(List<CellId> cells) {
        model.commands().apply(new RemoveCells(cells));
    }

    @Override
    public void holdsChanged() {
        holdsChanged.run();
    }
}
