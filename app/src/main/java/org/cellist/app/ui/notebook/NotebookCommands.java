package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.cell.CellActions;
import org.cellist.app.ui.editor.CaretEdge;

/// What a person can do with the cells of a notebook, by key, button or menu.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class NotebookCommands implements CellActions {

    private final NotebookViewModel model;
    private final NotebookSession session;
    private final CellClipboard clipboard;

    NotebookCommands(NotebookViewModel model, NotebookSession session, CellClipboard clipboard) {
        this.model = model;
        this.session = session;
        this.clipboard = clipboard;
    }

    @Override
    public void apply(NotebookEdit edit) {
        session.store().apply(edit);
    }

    // ---- selection

    @Override
    public void select(CellId cell, boolean extend) {
        int index = model.cells().indexOf(cell);
        if (index < 0 || cell.equals(model.editing())) {
            return;
        }
        var selection = model.selection();
        model.select(extend ? selection.extendedTo(index) : CellSelection.only(index));
        model.leaveEditing();
    }

    /// Moves the selection by that many of the cells that are shown; extends it when asked to.
    void step(int places, boolean extend) {
        var shown = model.visibleProperty().get();
        var lead = model.lead();
        if (lead == null) {
            return;
        }
        long next = shown.indexOf(lead) + (long) places;
        var cell = shown.get(Math.clamp(next, 0, shown.size() - 1));
        int index = model.cells().indexOf(cell);
        var selection = model.selection();
        model.select(extend ? selection.extendedTo(index) : CellSelection.only(index));
        reveal(cell);
    }

    void selectAll() {
        if (!model.cells().isEmpty()) {
            model.select(CellSelection.only(0).extendedTo(model.cells().size() - 1));
        }
    }

    /// Gives keys to the text of the cell that was selected last.
    void editLead() {
        var lead = model.lead();
        if (lead != null) {
            model.edit(lead, null);
        }
    }

    @Override
    public void edit(CellId cell) {
        model.edit(cell, null);
    }

    @Override
    public void enterForm(CellId cell) {
        if (!cell.equals(model.lead())) {
            model.select(cell);
        }
    }

    @Override
    public void leaveEditing() {
        model.leaveEditing();
    }

    @Override
    public void leave(CellId cell, CaretEdge edge) {
        var shown = model.visibleProperty().get();
        int next = shown.indexOf(cell) + (edge == CaretEdge.TOP ? -1 : 1);
        if (next < 0 || next >= shown.size()) {
            return;
        }
        var neighbour = shown.get(next);
        if (model.isClosed(neighbour)) {
            model.select(neighbour);
            model.leaveEditing();
        } else {
            model.edit(neighbour, edge == CaretEdge.TOP ? CaretEdge.BOTTOM : CaretEdge.TOP);
        }
        reveal(neighbour);
    }

    @Override
    public void reveal(CellId cell, double top, double bottom) {
        var screen = model.screen();
        if (screen != null) {
            screen.reveal(cell, top, bottom);
        }
    }

    void reveal(CellId cell) {
        var screen = model.screen();
        if (screen != null) {
            screen.reveal(cell);
        }
    }

    // ---- runs

    @Override
    public void run(CellId cell) {
        run(List.of(cell));
    }

    /// Runs cells in that order. Text that is open as source is shown as text.
    void run(List<CellId> cells) {
        var screen = model.screen();
        if (screen != null) {
            screen.commitComposition();
        }
        cells.forEach(cell -> model.setOpen(cell, false));
        session.kernel().queue().add(cells);
    }

    @Override
    public void interrupt() {
        session.kernel().interrupt();
    }

    @Override
    public void answer(String line) {
        session.kernel().queue().answer(line);
    }

    // ---- changes of the list

    /// Inserts an empty cell below the selection and edits it.
    void insertBelow(CellType type) {
        insert(model.afterSelection(), type);
    }

    /// Inserts an empty cell above the selection and edits it.
    void insertAbove(CellType type) {
        insert(Math.max(0, model.selection().first()), type);
    }

    @Override
    public void insertAbove(CellId cell, CellType type) {
        insert(Math.max(0, model.cells().indexOf(cell)), type);
    }

    /// Inserts a code cell with that source below the selection, and selects it.
    void insertCode(String source) {
        insert(model.afterSelection(), List.of(NewNotebook.cell(CellType.CODE, source)));
    }

    void insertAtEnd(CellType type) {
        insert(model.cells().size(), type);
    }

    /// Inserts an empty cell there and edits it.
    void insert(int index, CellType type) {
        var cell = NewNotebook.cell(type, "");
        apply(new InsertCells(index, List.of(cell)));
        model.edit(cell.id(), CaretEdge.TOP);
        reveal(cell.id());
    }

    @Override
    public void remove(CellId cell) {
        int index = model.cells().indexOf(cell);
        int end = index + 1 + model.sections().hiddenBelow(index);
        apply(new RemoveCells(model.cells().subList(index, end)));
    }

    void removeSelected() {
        if (!model.selected().isEmpty()) {
            apply(new RemoveCells(model.selectedWithHidden()));
        }
    }

    // ---- several cells of one, one of several, and elsewhere

    void copySelected() {
        var cells = model.selectedWithHidden().stream().map(model::cell).toList();
        if (!cells.isEmpty()) {
            clipboard.put(cells);
        }
    }

    void cutSelected() {
        copySelected();
        removeSelected();
    }

    /// Inserts what was copied below the selection, and selects it.
    void pasteBelow() {
        paste(model.afterSelection());
    }

    void pasteAbove() {
        paste(Math.max(0, model.selection().first()));
    }

    private void paste(int index) {
        var cells = CellEdits.forPlace(session.store().notebook(), clipboard.cells());
        insert(index, cells);
    }

    /// Inserts the selected cells once more, and selects the new ones.
    void duplicateSelected(CaretEdge side) {
        var cells = model.selectedWithHidden().stream().map(model::cell).toList();
        insert(
                side == CaretEdge.TOP ? model.selection().first() : model.afterSelection(),
                CellEdits.forPlace(session.store().notebook(), cells));
    }

    private void insert(int index, List<Cell> cells) {
        if (!cells.isEmpty()) {
            apply(new InsertCells(index, cells));
            int last = index + cells.size() - 1;
            model.select(CellSelection.only(index).extendedTo(last));
            reveal(model.cells().get(last));
        }
    }

    /// Cuts the cell that is edited in two where the caret stands.
    void split() {
        var cell = model.editing();
        var screen = model.screen();
        if (cell == null || screen == null) {
            return;
        }
        screen.commitComposition();
        var place = screen.place(cell);
        if (place != null) {
            apply(CellEdits.split(session.store().notebook(), cell, place.caret()));
            model.edit(cell, CaretEdge.TOP);
            reveal(cell);
        }
    }

    /// Makes one cell of the selected ones, or of the selected one and the one below.
    void merge() {
        int first = Math.max(0, model.selection().first());
        int last = Math.max(model.selection().last(), first + 1);
        if (last < model.cells().size()) {
            apply(
                    CellEdits.merge(
                            session.store().notebook(), model.cells().subList(first, last + 1)));
            model.select(CellSelection.only(first));
            reveal(model.cells().get(first));
        }
    }

    /// Hides the code of the selected cells that have a form, or shows it.
    void toggleFormCode() {
        apply(CellEdits.toggleFormCode(model.selected().stream().map(model::cell).toList()));
    }

    @Override
    public void toggleSection(CellId heading) {
        model.sectionCommands().toggle(heading);
    }

    @Override
    public void move(CellId cell, int places) {
        int index = model.cells().indexOf(cell);
        move(index, index + 1 + model.sections().hiddenBelow(index), places);
        reveal(cell);
    }

    /// Moves the selected cells up or down by one place.
    void moveSelected(int places) {
        var lead = model.lead();
        if (lead != null) {
            move(model.selection().first(), model.afterSelection(), places);
            reveal(lead);
        }
    }

    /// Moves cells past the next one that is shown, and past what that one hides. A collapsed
    /// section moves past the next section: it must not take in the cells of another.
    ///
    /// @param places 1 for down, -1 for up
    private void move(int first, int end, int places) {
        var cells = model.cells();
        if (model.sections().hiddenBelow(first) == end - first - 1 && end - first > 1) {
            model.sectionCommands().move(first, places);
            return;
        }
        int to = first - 1;
        if (places > 0 && end < cells.size()) {
            to = first + 1 + model.sections().hiddenBelow(end);
        }
        while (places < 0 && to >= 0 && model.sections().isHidden(cells.get(to))) {
            to--;
        }
        boolean canMove = places > 0 ? end < cells.size() : to >= 0;
        if (canMove) {
            apply(new MoveCells(List.copyOf(cells.subList(first, end)), to));
        }
    }

    @Override
    public void openOutputs(CellId cell, int index) {
        var screen = model.screen();
        if (screen != null) {
            screen.openOutputs(cell, index);
        }
    }

    @Override
    public void changeType(CellId cell, CellType type) {
        apply(new ChangeCellType(cell, type));
    }

    void changeSelected(CellType type) {
        apply(
                new Group(
                        model.selected().stream()
                                .<NotebookEdit>map(cell -> new ChangeCellType(cell, type))
                                .toList()));
    }

    /// Makes the selected cells text that begins with a heading of that level, 1 to 6.
    void makeHeading(int level) {
        var edits = new ArrayList<NotebookEdit>();
        for (var cell : model.selected()) {
            edits.add(CellEdits.heading(model.cell(cell), level));
        }
        apply(new Group(edits));
    }

    void clearSelectedOutputs() {
        apply(new ClearOutputs(model.selectedWithHidden()));
    }

    void clearAllOutputs() {
        apply(new ClearOutputs(model.cells()));
    }

    // ---- history

    void undo() {
        session.store().undo().ifPresent(this::show);
    }

    void redo() {
        session.store().redo().ifPresent(this::show);
    }

    private void show(EditPlace place) {
        boolean wasEditing = model.editing() != null;
        var caret = place.caret();
        if (wasEditing && caret != null) {
            model.edit(place.cell(), null);
            var screen = model.screen();
            if (screen != null) {
                screen.moveCaret(place.cell(), caret);
            }
        } else {
            model.select(place.cell());
            if (caret != null && model.cell(place.cell()).type() == CellType.CODE) {
                model.setOpen(place.cell(), true);
            }
            if (wasEditing) {
                model.leaveEditing();
            }
        }
        reveal(place.cell());
    }
}
