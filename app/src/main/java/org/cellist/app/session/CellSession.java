package org.cellist.app.session;

import java.util.List;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.storage.NotebookFile;

/// Cells that a page shows and runs: those of a notebook, or what is tried out beside it.
///
/// Confined to the notebook's owner.
public sealed interface CellSession permits NotebookSession, ScratchSession {

    NotebookStore store();

    NotebookKernel kernel();

    /// The runs of its own cells, and of no others on the kernel.
    ExecutionQueue queue();

    /// Returns what a language server knows about the code; the first call begins to look for one.
    NotebookLanguage language();

    /// The cells whose names may be meant in the code of these.
    default List<Cell> named() {
        return store().notebook().cells();
    }

    /// The file of the notebook.
    NotebookFile file();

    void addListener(SessionListener listener);

    void removeListener(SessionListener listener);
}
