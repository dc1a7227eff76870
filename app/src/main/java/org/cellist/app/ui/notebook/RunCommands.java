package org.cellist.app.ui.notebook;

import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.notebook.selection.CellSelection;

/// What a person can run, and where the selection goes then.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class RunCommands {

    private final NotebookViewModel model;
    private final NotebookCommands commands;
    private final ExecutionQueue queue;

    RunCommands(NotebookViewModel model, ExecutionQueue queue) {
        this.model = model;
        this.queue = queue;
        this.commands = model.commands();
    }

    /// Runs the selected cells, and stays at them. What is tried out is changed and run again and
    /// again, so that the caret stays in its text.
    void runAndStay() {
        if (!commands.areKept() && model.editing() != null) {
            commands.run(model.selectedWithHidden());
        } else {
            runSelected();
        }
    }

    private void runSelected() {
        var cells = model.selectedWithHidden();
        commands.run(cells);
        if (!cells.isEmpty()) {
            model.leaveEditing();
        }
    }

    /// Runs the selected cells, and selects the next one; adds a cell at the end.
    void runAndAdvance() {
        runSelected();
        if (!model.cells().isEmpty()) {
            advance();
        }
    }

    /// Runs the selected cells, and inserts a code cell below.
    void runAndInsert() {
        runSelected();
        if (!model.cells().isEmpty()) {
            commands.insert(model.afterSelection(), CellType.CODE);
        }
    }

    void runAll() {
        commands.run(model.cells());
    }

    /// Runs every cell before the first selected one.
    void runBefore() {
        commands.run(model.cells().subList(0, Math.max(0, model.selection().first())));
    }

    /// Runs the first selected cell and every cell after it.
    void runAfter() {
        int first = Math.max(0, model.selection().first());
        commands.run(model.cells().subList(first, model.cells().size()));
    }

    /// Runs what is selected in a cell's code, or else the line of the caret; the caret then goes
    /// on to the next line, as in Spyder.
    void runLines() {
        var cell = model.editing();
        var screen = model.screen();
        if (cell == null || screen == null || !(model.cell(cell) instanceof CodeCell)) {
            return;
        }
        screen.commitComposition();
        var place = screen.place(cell);
        if (place == null) {
            return;
        }
        var run = place.hasSelection() ? place : place.line(model.cell(cell).source());
        queue.addPart(cell, run.start(), run.end());
        if (!place.hasSelection()) {
            screen.select(cell, Carets.at(run.caret()));
        }
    }

    private void advance() {
        int next = model.afterSelection();
        if (next == model.cells().size()) {
            commands.insert(next, CellType.CODE);
        } else {
            model.select(CellSelection.only(next));
            commands.reveal(model.cells().get(next));
        }
    }
}
