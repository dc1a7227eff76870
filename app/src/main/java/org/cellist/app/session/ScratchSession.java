package org.cellist.app.session;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookView;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.storage.NotebookFile;
import org.jspecify.annotations.Nullable;

/// What is tried out beside a notebook: a document of its own that no file has, whose cells run on
/// the notebook's kernel. It begins with one empty cell, and ends with the notebook's session.
///
/// Nothing of it comes into the notebook by itself: not into its file, its versions, its undo
/// history, its problems.
///
/// Confined to the notebook's owner.
public final class ScratchSession implements CellSession {

    private final NotebookSession notebook;
    private final NotebookStore store;
    private final ExecutionQueue queue;
    private @Nullable NotebookLanguage language; // once somebody looks at it

    /// @param clock tells pauses in typing
    ScratchSession(NotebookSession notebook, Clock clock) {
        this.notebook = notebook;
        var cell = NewNotebook.cell(CellType.CODE, "");
        var empty = NewNotebook.empty().withCells(List.of(cell));
        this.store = new NotebookStore(empty, clock);
        this.queue = notebook.queue().beside(store);
        queue.addListener(new NextInput(store));
        notebook.store().follow(this::changed);
        takeLanguage();
    }

    /// The code is the notebook's kernel's, whichever that is.
    private void changed(NotebookChange change) {
        boolean isOther =
                change instanceof NotebookChange.NotebookMetadataChanged
                        || change instanceof NotebookChange.NotebookReplaced;
        if (isOther) {
            takeLanguage();
        }
    }

    private void takeLanguage() {
        store.apply(new SetNotebookView(notebook.store().notebook().metadata()));
    }

    @Override
    public NotebookStore store() {
        return store;
    }

    @Override
    public NotebookKernel kernel() {
        return notebook.kernel();
    }

    @Override
    public ExecutionQueue queue() {
        return queue;
    }

    @Override
    public NotebookLanguage language() {
        var known = language;
        if (known == null) {
            known = notebook.language().beside(store);
            language = known;
        }
        return known;
    }

    @Override
    public List<Cell> named() {
        var own = store.notebook().cells().stream();
        return Stream.concat(notebook.named().stream(), own).toList();
    }

    @Override
    public NotebookFile file() {
        return notebook.file();
    }

    @Override
    public void addListener(SessionListener listener) {
        notebook.addListener(listener);
    }

    @Override
    public void removeListener(SessionListener listener) {
        notebook.removeListener(listener);
    }

    /// Forgets what was known about the code.
    void close() {
        if (language != null) {
            language.close();
        }
    }
}
