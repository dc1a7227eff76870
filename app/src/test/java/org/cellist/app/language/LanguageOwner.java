package org.cellist.app.language;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.store.NotebookStore;

/// A program with a notebook and its language server, for [LanguageAbuseIT] to kill.
final class LanguageOwner {

    private LanguageOwner() {}

    /// Opens the notebook, and waits to be killed.
    ///
    /// @param arguments the notebook's folder, and the note of the server
    public static void main(String[] arguments) throws Exception {
        var owner = Executors.newSingleThreadExecutor();
        var timer = Executors.newSingleThreadScheduledExecutor();
        var servers = BadServers.that("stay", Path.of(arguments[1]));
        var around = new NotebookLanguage.Surroundings(servers, owner, timer);
        owner.execute(
                () -> {
                    var store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());
                    new NotebookLanguage(store, around)
                            .follow(RealServers.python(), Path.of(arguments[0]), "Owned.ipynb");
                });
    }
}
