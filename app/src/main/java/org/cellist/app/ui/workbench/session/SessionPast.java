package org.cellist.app.ui.workbench.session;

import java.util.Optional;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.FileKind;
import org.cellist.app.ui.workbench.port.Past;

/// The earlier versions of a session's file.
///
/// Confined to the JavaFX Application Thread.
final class SessionPast {

    private SessionPast() {}

    /// Returns them; empty where none are kept.
    static Optional<Past> of(NotebookSession session, Desk desk) {
        var keeper = desk.services().history();
        var file = session.file().path();
        if (keeper == null || file == null || session.file().kind() != FileKind.NOTEBOOK) {
            return Optional.empty();
        }
        return Optional.of(
                new Past(
                        keeper.history(),
                        file,
                        session.store()::notebook,
                        session.store()::apply,
                        notebook -> replace(session, notebook),
                        desk.background(),
                        desk.owner().thread()));
    }

    private static void replace(NotebookSession session, Notebook notebook) {
        var running = session.kernel().queue().running();
        session.store().apply(new ReplaceNotebook(notebook, running, true));
    }
}
