package org.cellist.app.ui.page;

import java.util.List;
import org.cellist.app.notebook.model.Cell;

/// What is tried out beside a notebook, on its kernel: it is no part of the notebook and not saved.
///
/// Confined to the JavaFX Application Thread.
public interface Scratch {

    /// The page that shows it. Always the same one.
    NotebookPage page();

    /// Says whether the keys of the window go there, and not to the notebook: then the person
    /// stands there.
    void setHasKeys(boolean hasKeys);

    /// Puts the code of cells below what is selected there, or in the place of an empty cell, in
    /// one step, and gives the last the keys. Cells without code are left out.
    void take(List<Cell> cells);

    /// Takes all away but for one empty cell, in one step, and gives that the keys.
    void clear();
}
