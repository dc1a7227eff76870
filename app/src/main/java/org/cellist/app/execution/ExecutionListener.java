package org.cellist.app.execution;

import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Follows the runs of one notebook.
///
/// Confined to the notebook's owner.
public interface ExecutionListener {

    /// The run of a cell went on.
    void executionChanged(CellId cell, CellExecution execution);

    /// A cell asks for input, or no longer does.
    void inputChanged(@Nullable InputPrompt prompt);

    /// A cell put text into the next one: `set_next_input`, as `%load` does.
    ///
    /// @param replaces whether the cell's own source is meant
    void nextInput(CellId cell, String text, boolean replaces);
}
