package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.cell.CellActions;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.editor.caret.StepCarets;
import org.cellist.app.ui.notebook.selection.CellEdits;
import org.cellist.app.ui.notebook.selection.CellMoves;
import org.cellist.app.ui.notebook.selection.CellSelection;
import org.cellist.app.ui.page.PageCommand;

/// What a person can do with the cells of a notebook, by key, button or menu.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class NotebookCommands implements CellActions {

    private final NotebookViewModel model;
    private final CellSession session;
    private final StepCarets stepCarets = new StepCarets();

    NotebookCommands(NotebookViewModel model, CellSession session) {
        this.model = model;
        this.session = session;
    }

    @Override
    public void apply(NotebookEdit edit) {
        session.store().apply(edit);
    }

    @Override
    public void apply(NotebookEdit edit, CaretsAround carets) {
        apply(edit);
        stepCarets.made(session.store().lastStep(), carets);
    }

    /// Returns whether the cells are a notebook's, which a file keeps; else they are tried out.
    boolean areKept() {
        return session instanceof NotebookSession;
    }

    // ---- selection

    @Override
    public void select(CellId cell, boolean extend) {
        model.selectionCommands().select(cell, extend);
    }

    @Override
    public void toggleSelected(CellId cell) {
        model.selectionCommands().toggle(cell);
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
        session.queue().add(cells);
    }

    @Override
    public void interrupt() {
        session.kernel().interrupt();
    }

    @Override
    public void answer(String line) {
        session.queue().answer(line);
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
        move(CellSelection.only(model.cells().indexOf(cell)), places);
        reveal(cell);
    }

    /// Moves the selected cells up or down by one place.
    void moveSelected(int places) {
        var lead = model.lead();
        if (lead != null) {
            move(model.selection(), places);
            reveal(lead);
        }
    }

    /// Moves cells past those beside them. A collapsed section moves past the next section: it must
    /// not take in the cells of another.
    ///
    /// @param places 1 for down, -1 for up
    private void move(CellSelection moved, int places) {
        int first = moved.first();
        if (moved.count() == 1 && model.sections().hiddenBelow(first) > 0) {
            model.sectionCommands().move(first, places);
            return;
        }
        var sections = model.sections();
        var moves = CellMoves.byOne(model.cells(), moved, sections::hiddenBelow, places);
        apply(moves.size() == 1 ? moves.getFirst() : new Group(moves));
    }

    @Override
    public void perform(CellId cell, PageCommand command) {
        if (!model.selected().contains(cell)) {
            model.select(cell);
        }
        var screen = model.screen();
        if (screen != null) {
            screen.perform(command);
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
        var cell = place.cells().getFirst();
        var caret = place.caret();
        if (wasEditing && caret != null) {
            model.edit(cell, null);
            var screen = model.screen();
            if (screen != null) {
                var step = place.step();
                var carets = stepCarets.of(step.number(), step.isBack());
                screen.select(cell, carets.orElse(Carets.at(caret)));
            }
        } else {
            model.selectionCommands().select(place.cells());
            if (caret != null && model.cell(cell).type() == CellType.CODE) {
                model.setOpen(cell, true);
            }
            if (wasEditing) {
                model.leaveEditing();
            }
        }
        reveal(cell);
    }
}
