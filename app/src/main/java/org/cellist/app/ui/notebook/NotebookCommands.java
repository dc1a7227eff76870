package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.Optional;
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
import org.cellist.app.ui.page.CellChange;
import org.cellist.app.ui.page.RunWhat;

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

    /// Moves the selection by that many cells; extends it when asked to.
    void step(int cells, boolean extend) {
        if (model.cells().isEmpty()) {
            return;
        }
        int last = model.cells().size() - 1;
        int index = Math.clamp(model.selection().lead() + (long) cells, 0, last);
        var selection = model.selection();
        model.select(extend ? selection.extendedTo(index) : CellSelection.only(index));
        reveal(model.cells().get(index));
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
        int next = model.cells().indexOf(cell) + (edge == CaretEdge.TOP ? -1 : 1);
        if (next < 0 || next >= model.cells().size()) {
            return;
        }
        var neighbour = model.cells().get(next);
        if (model.cell(neighbour).type() == CellType.MARKDOWN) {
            model.select(CellSelection.only(next));
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

    private void reveal(CellId cell) {
        var screen = model.screen();
        if (screen != null) {
            screen.reveal(cell);
        }
    }

    // ---- runs

    @Override
    public void run(CellId cell) {
        runAll(List.of(cell));
    }

    void run(RunWhat what) {
        if (model.cells().isEmpty()) {
            return;
        }
        switch (what) {
            case SELECTED -> runSelected();
            case SELECTED_AND_ADVANCE -> {
                runSelected();
                advance();
            }
            case SELECTED_AND_INSERT -> {
                runSelected();
                insert(model.selection().last() + 1, CellType.CODE);
            }
            case BEFORE -> runAll(model.cells().subList(0, model.selection().first()));
            case AFTER ->
                    runAll(model.cells().subList(model.selection().first(), model.cells().size()));
            case ALL -> runAll(model.cells());
        }
    }

    private void runSelected() {
        var cells = model.selected();
        runAll(cells);
        if (!cells.isEmpty()) {
            model.leaveEditing();
        }
    }

    private void runAll(List<CellId> cells) {
        var screen = model.screen();
        if (screen != null) {
            screen.commitComposition();
        }
        cells.forEach(cell -> model.setOpen(cell, false));
        session.kernel().queue().add(cells);
    }

    private void advance() {
        int next = model.selection().last() + 1;
        if (next == model.cells().size()) {
            insert(next, CellType.CODE);
        } else {
            model.select(CellSelection.only(next));
            reveal(model.cells().get(next));
        }
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
        insert(model.selection().last() + 1, type);
    }

    /// Inserts an empty cell above the selection and edits it.
    void insertAbove(CellType type) {
        insert(Math.max(0, model.selection().first()), type);
    }

    @Override
    public void insertAbove(CellId cell, CellType type) {
        insert(Math.max(0, model.cells().indexOf(cell)), type);
    }

    void insertAtEnd(CellType type) {
        insert(model.cells().size(), type);
    }

    private void insert(int index, CellType type) {
        var cell = NewNotebook.cell(type, "");
        apply(new InsertCells(index, List.of(cell)));
        model.edit(cell.id(), CaretEdge.TOP);
        reveal(cell.id());
    }

    @Override
    public void remove(CellId cell) {
        apply(new RemoveCells(List.of(cell)));
    }

    void removeSelected() {
        if (!model.selected().isEmpty()) {
            apply(new RemoveCells(model.selected()));
        }
    }

    // ---- several cells of one, one of several, and elsewhere

    void change(CellChange what) {
        switch (what) {
            case CUT -> cutSelected();
            case COPY -> copySelected();
            case PASTE -> pasteBelow();
            case DUPLICATE -> duplicateSelected(CaretEdge.BOTTOM);
            case SPLIT -> split();
            case MERGE -> merge();
            case REMOVE -> removeSelected();
            case TOGGLE_FORM_CODE -> toggleFormCode();
        }
    }

    void copySelected() {
        var cells = model.selected().stream().map(model::cell).toList();
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
        paste(model.selection().last() + 1);
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
        var cells = model.selected().stream().map(model::cell).toList();
        var selection = model.selection();
        insert(
                side == CaretEdge.TOP ? selection.first() : selection.last() + 1,
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
        int caret = screen.caret(cell);
        if (caret >= 0) {
            apply(CellEdits.split(session.store().notebook(), cell, caret));
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
    private void toggleFormCode() {
        apply(CellEdits.toggleFormCode(model.selected().stream().map(model::cell).toList()));
    }

    @Override
    public void move(CellId cell, int places) {
        int index = model.cells().indexOf(cell) + places;
        if (index >= 0 && index < model.cells().size()) {
            apply(new MoveCells(List.of(cell), index));
            reveal(cell);
        }
    }

    /// Moves the selected cells up or down by one place.
    void moveSelected(int places) {
        int index = model.selection().first() + places;
        int cells = model.selected().size();
        if (cells > 0 && index >= 0 && index + cells <= model.cells().size()) {
            apply(new MoveCells(model.selected(), index));
            Optional.ofNullable(model.lead()).ifPresent(this::reveal);
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

    void clearSelectedOutputs() {
        apply(new ClearOutputs(model.selected()));
    }

    void clearAllOutputs() {
        apply(new ClearOutputs(model.cells()));
    }

    // ---- history

    @Override
    public void undo() {
        session.store().undo().ifPresent(this::show);
    }

    @Override
    public void redo() {
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
            if (wasEditing) {
                model.leaveEditing();
            }
        }
        reveal(place.cell());
    }
}
