package org.cellist.app.ui.runtime;

import java.util.List;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;

/// The Jupyter servers that a person added. Implemented by the application with the kernel bridge.
///
/// Thread-safe. Its methods block, but for [#servers].
public interface ServerSource {

    List<ServerAddress> servers();

    /// Looks at a server.
    ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException;

    /// Looks at a server with that login, and keeps both if it answers.
    ServerAnswer<ServerListing> add(ServerAddress server, ServerLogin login, boolean mayGoPlain)
            throws InterruptedException;

    /// Returns whether secrets are kept for the next start.
    boolean keepsSecrets();

    void forget(ServerAddress server);

    /// Ends a kernel on a server, whoever uses it.
    void end(ServerAddress server, String kernel) throws InterruptedException;
}
