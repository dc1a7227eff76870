package org.cellist.app.ui.cell;

import org.cellist.app.execution.InputPrompt;
import org.cellist.app.notebook.model.CellId;

/// A running cell's question, and what a person has written of the answer. It outlives the row
/// that shows it.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class AskedInput {

    private final InputPrompt prompt;
    private String written = "";

    public AskedInput(InputPrompt prompt) {
        this.prompt = prompt;
    }

    /// The cell that asks.
    public CellId cell() {
        return prompt.cell();
    }

    InputPrompt prompt() {
        return prompt;
    }

    String written() {
        return written;
    }

    void write(String text) {
        written = text;
    }
}
