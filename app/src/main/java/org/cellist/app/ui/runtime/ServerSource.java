package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerListing;

/// The Jupyter servers that a person added. Implemented by the application with the kernel bridge.
///
/// Thread-safe. Its methods block, but for [#servers].
public interface ServerSource {

    List<ServerAddress> servers();

    /// Looks at a server.
    ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException;

    /// Looks at a server with that login, and keeps both if it answers. On a JupyterHub the
    /// person's server is started if it does not run.
    ///
    /// @param told how far a hub is with that
    ServerAnswer<ReachedServer> add(
            ServerAddress server, ServerAccess access, Consumer<HubProgress> told)
            throws InterruptedException;

    /// Lets a JupyterHub start a server that it has stopped.
    ///
    /// @param told how far that is
    ServerAnswer<ServerAddress> start(ServerAddress server, Consumer<HubProgress> told)
            throws InterruptedException;

    /// Lets a JupyterHub stop a server.
    ServerAnswer<ServerAddress> stop(ServerAddress server) throws InterruptedException;

    /// Returns whether secrets are kept for the next start.
    boolean keepsSecrets();

    void forget(ServerAddress server);

    /// Returns the kernels that run on a server.
    ServerAnswer<List<ServerKernel>> kernels(ServerAddress server) throws InterruptedException;

    /// Restarts a kernel on a server, whoever uses it.
    void restart(ServerAddress server, String kernel) throws InterruptedException;

    /// Ends a kernel on a server, whoever uses it.
    void end(ServerAddress server, String kernel) throws InterruptedException;
}
