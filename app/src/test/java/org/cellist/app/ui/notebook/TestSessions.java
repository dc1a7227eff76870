package org.cellist.app.ui.notebook;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;

/// Makes real sessions of notebooks that have no file.
final class TestSessions {

    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("test-timer").factory());

    private TestSessions() {}

    /// A session with these cells.
    ///
    /// @param owner the thread that the session belongs to
    static NotebookSession of(Owner owner, List<Cell> cells) {
        return of(owner, unsaved(cells));
    }

    /// A notebook of these cells that has no file.
    static NotebookFile unsaved(List<Cell> cells) {
        var notebook = NewNotebook.empty().withCells(cells);
        return new NotebookFile(null, notebook, null, new Access.Writable(), List.of());
    }

    /// A session of that file.
    static NotebookSession of(Owner owner, NotebookFile file) {
        return of(owner, file, LanguageServers.NONE);
    }

    /// A session of that file, with these language servers.
    static NotebookSession of(Owner owner, NotebookFile file, LanguageServers servers) {
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        new KernelBridge(null, ConsentStore.NOTHING),
                        TIMER,
                        Clock.systemUTC(),
                        null,
                        AwayCopies.NONE,
                        new OpenServers(servers));
        return new NotebookSession(file, services, owner);
    }
}
