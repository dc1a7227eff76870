package org.cellist.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.kernel.ColabKeepAlive;
import org.cellist.kernel.ColabRequests;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.server.ColabRuntimes;

/// What goes along with each kernel on a machine of Colab's, and asks the person about it.
///
/// Thread-safe.
record ColabFollowers(ColabKeepAlive keepAlive, ColabRequests requests) {

    /// Follows all kernels that are connected from now on. Nobody is asked yet.
    static ColabFollowers of(ColabRuntimes colab, InstantSource clock, ServerBridge servers) {
        var followers =
                new ColabFollowers(new ColabKeepAlive(colab, clock), new ColabRequests(colab));
        servers.follow(
                kernel -> {
                    var _ = followers.keepAlive.follow(kernel);
                    followers.requests.follow(kernel);
                });
        return followers;
    }

    /// Asks in the notebooks from now on.
    ///
    /// @param browser opens pages where Google asks
    void askIn(SessionDocuments documents, Executor fx, Consumer<URI> browser) {
        keepAlive.setAsker(new UnusedMachines(documents, fx));
        requests.setAsker(new AccessQuestions(documents, fx, browser, new ReentrantLock()));
    }
}
