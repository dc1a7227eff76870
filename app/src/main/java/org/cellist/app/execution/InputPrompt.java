package org.cellist.app.execution;

import org.cellist.app.notebook.model.CellId;

/// A running cell's question for a line of text. Immutable.
///
/// @param password whether what is typed is hidden
public record InputPrompt(CellId cell, String prompt, boolean password) {

    private static final String HIDDEN = "········";

    /// Returns what stays of the question when it has been answered, as a terminal would show it.
    /// Nobody learns how long a password is.
    String answered(String line) {
        return prompt + (password ? HIDDEN : line) + "\n";
    }
}
