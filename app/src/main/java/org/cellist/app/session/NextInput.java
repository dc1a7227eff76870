package org.cellist.app.session;

import java.util.List;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.InputPrompt;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.jspecify.annotations.Nullable;

/// Puts what a kernel proposes as next input into the notebook, once, however many pages show it.
///
/// Confined to the notebook's owner.
public record NextInput(NotebookStore store) implements ExecutionListener {

    @Override
    public void executionChanged(CellId cell, CellExecution execution) {
        // Pages show it.
    }

    @Override
    public void inputChanged(@Nullable InputPrompt prompt) {
        // Pages show it.
    }

    @Override
    public void nextInput(CellId cell, String text, boolean replaces) {
        int index = store.notebook().indexOf(cell);
        if (index < 0) {
            return;
        }
        int length = store.notebook().cells().get(index).source().length();
        store.apply(
                replaces
                        ? new EditSource(cell, 0, length, text, null)
                        : new InsertCells(
                                index + 1, List.of(NewNotebook.cell(CellType.CODE, text))));
    }
}
