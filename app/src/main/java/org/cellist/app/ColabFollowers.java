package org.cellist.app;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.kernel.ColabKeepAlive;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.server.ColabRuntimes;

/// What goes along with each kernel on a machine of Colab's, and asks the person about it.
///
/// Thread-safe.
record ColabFollowers(ColabKeepAlive keepAlive) {

    /// Follows all kernels that are connected from now on. Nobody is asked yet.
    static ColabFollowers of(ColabRuntimes colab, InstantSource clock, ServerBridge servers) {
        var followers = new ColabFollowers(new ColabKeepAlive(colab, clock));
        servers.follow(followers.keepAlive::follow);
        return followers;
    }

    /// Asks in the notebooks from now on.
    void askIn(SessionDocuments documents, Executor fx) {
        keepAlive.setAsker(new UnusedMachines(documents, fx));
    }
}
