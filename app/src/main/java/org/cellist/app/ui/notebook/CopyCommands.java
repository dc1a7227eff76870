package org.cellist.app.ui.notebook;

import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.notebook.selection.CellEdits;
import org.cellist.app.ui.notebook.selection.CellSelection;

/// Cells cut, copied, pasted, duplicated, and made one: each of them one step.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class CopyCommands {

    private final NotebookViewModel model;
    private final NotebookStore store;
    private final CellClipboard clipboard;

    CopyCommands(NotebookViewModel model, NotebookStore store, CellClipboard clipboard) {
        this.model = model;
        this.store = store;
        this.clipboard = clipboard;
    }

    void copySelected() {
        var cells = selected();
        if (!cells.isEmpty()) {
            clipboard.put(cells);
        }
    }

    void cutSelected() {
        copySelected();
        model.commands().removeSelected();
    }

    /// Inserts what was copied below the selection, and selects it.
    void pasteBelow() {
        insert(model.afterSelection(), clipboard.cells());
    }

    void pasteAbove() {
        insert(Math.max(0, model.selection().first()), clipboard.cells());
    }

    /// Inserts the selected cells once more, and selects the new ones.
    void duplicateSelected(CaretEdge side) {
        boolean isAbove = side == CaretEdge.TOP;
        insert(isAbove ? model.selection().first() : model.afterSelection(), selected());
    }

    /// Inserts cells from wherever they are below the selection, and selects them.
    void insertBelow(List<Cell> cells) {
        insert(model.afterSelection(), cells);
    }

    /// Inserts cells from wherever they are, and selects them.
    void insert(int index, List<Cell> copied) {
        var cells = CellEdits.forPlace(store.notebook(), copied);
        if (!cells.isEmpty()) {
            store.apply(new InsertCells(index, cells));
            int last = index + cells.size() - 1;
            model.select(CellSelection.range(index, last));
            model.commands().reveal(model.cells().get(last));
        }
    }

    /// Inserts cells below the selection, or in the place of a cell without text that is selected
    /// alone, and edits the last of them.
    void insertInPlaceOfEmpty(List<Cell> cells) {
        var selected = model.selected();
        boolean isFree = selected.size() == 1 && model.cell(selected.getFirst()).source().isBlank();
        int index = isFree ? model.selection().first() : model.afterSelection();
        replace(isFree ? selected : List.of(), index, cells);
    }

    /// Puts one cell in the place of all, and edits it.
    void replaceAll(Cell cell) {
        replace(model.cells(), 0, List.of(cell));
    }

    private void replace(List<CellId> removed, int index, List<Cell> cells) {
        store.apply(new Group(List.of(new RemoveCells(removed), new InsertCells(index, cells))));
        var last = cells.getLast().id();
        model.edit(last, CaretEdge.BOTTOM);
        model.commands().reveal(last);
    }

    /// Makes one cell of the selected ones, or of the selected one and the one below. Of cells that
    /// stand apart it makes one of each group of neighbours.
    void merge() {
        var groups = model.selection().groups();
        if (model.selection().count() == 1) {
            int first = model.selection().first();
            groups = List.of(List.of(first, first + 1));
        }
        var cells = model.cells();
        var merged =
                groups.stream()
                        .filter(group -> group.size() > 1 && group.getLast() < cells.size())
                        .map(group -> group.stream().map(cells::get).toList())
                        .toList();
        if (merged.isEmpty()) {
            tellApart(groups.size());
            return;
        }
        var notebook = store.notebook();
        var fromTheLast = merged.reversed().stream().map(ids -> CellEdits.merge(notebook, ids));
        store.apply(new Group(fromTheLast.toList())); // so that places above stay what they are
        model.selectionCommands().select(merged.stream().map(List::getFirst).toList());
    }

    private void tellApart(int groups) {
        var screen = model.screen();
        if (screen != null && groups > 1) {
            screen.tell(Texts.of("cell").get("merge.apart"));
        }
    }

    /// The cells that are selected, with those that are hidden below them.
    List<Cell> selected() {
        return model.selectedWithHidden().stream().map(model::cell).toList();
    }
}
