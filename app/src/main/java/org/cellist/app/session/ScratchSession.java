package org.cellist.app.session;

import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookView;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.storage.NotebookFile;

/// What is tried out beside a notebook: a document of its own that no file has, whose cells run on
/// the notebook's kernel. It begins with one empty cell, and ends with the notebook's session.
///
/// Nothing of it comes into the notebook by itself: not into its file, its versions, its undo
/// history. A language server does not see it, since a program that is never whole has errors all
/// the time.
///
/// Confined to the notebook's owner.
public final class ScratchSession implements CellSession {

    private final NotebookSession notebook;
    private final NotebookStore store;
    private final ExecutionQueue queue;
    private final NotebookLanguage language;

    ScratchSession(NotebookSession notebook, NotebookSession.Services services, Owner owner) {
        this.notebook = notebook;
        var cell = NewNotebook.cell(CellType.CODE, "");
        var empty = NewNotebook.empty().withCells(List.of(cell));
        this.store = new NotebookStore(empty, services.clock());
        this.queue = notebook.queue().beside(store);
        queue.addListener(new NextInput(store));
        this.language =
                new NotebookLanguage(
                        store,
                        new NotebookLanguage.Surroundings(
                                LanguageServers.NONE, owner.thread(), services.timer()));
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
        return language;
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
        language.close();
    }
}
