package org.cellist.app;

import java.util.concurrent.Executor;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.kernel.ColabKeepAlive;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Brings the question whether a machine of Colab's is still wanted to the notebooks there.
///
/// Thread-safe.
record UnusedMachines(SessionDocuments documents, Executor fx) implements ColabKeepAlive.Asker {

    @Override
    public void ask(ServerAddress server, Runnable keep) {
        fx.execute(() -> documents.askUnused(server, keep));
    }

    @Override
    public void settled(ServerAddress server) {
        fx.execute(() -> documents.usedAgain(server));
    }
}
