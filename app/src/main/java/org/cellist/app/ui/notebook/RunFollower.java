package org.cellist.app.ui.notebook;

import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.execution.InputPrompt;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.cell.AskedInput;
import org.jspecify.annotations.Nullable;

/// Tells the rows of a page what the queue says of their cells.
///
/// Confined to the JavaFX Application Thread.
final class RunFollower implements ExecutionListener {

    private final NotebookViewModel model;
    private final ExecutionQueue queue;
    private @Nullable AskedInput asked;

    RunFollower(NotebookViewModel model, ExecutionQueue queue) {
        this.model = model;
        this.queue = queue;
        this.asked = asked(queue.question());
    }

    private static @Nullable AskedInput asked(@Nullable InputPrompt prompt) {
        return prompt == null ? null : new AskedInput(prompt);
    }

    /// The question that is open, null for none.
    @Nullable AskedInput asked() {
        return asked;
    }

    @Override
    public void executionChanged(CellId cell, CellExecution execution) {
        var row = model.ofRow(cell);
        if (row != null) {
            row.ranProperty().set(queue.hasRun(cell));
            row.staleProperty().set(queue.isStale(cell));
            row.executionChanged(execution);
        }
    }

    @Override
    public void inputChanged(@Nullable InputPrompt prompt) {
        var before = asked;
        if (before == null && prompt == null) {
            return;
        }
        asked = asked(prompt);
        if (before != null) {
            tell(before.cell(), null);
        }
        if (asked != null) {
            model.open(asked.cell());
            tell(asked.cell(), asked);
        }
        var screen = model.screen();
        if (screen != null) {
            screen.questionChanged();
        }
    }

    private void tell(CellId cell, @Nullable AskedInput question) {
        var row = model.ofRow(cell);
        if (row != null) {
            row.inputChanged(question);
        }
    }

    @Override
    public void nextInput(CellId cell, String text, boolean replaces) {
        // The session takes it.
    }
}
