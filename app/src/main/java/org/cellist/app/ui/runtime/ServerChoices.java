package org.cellist.app.ui.runtime;

import java.util.function.Consumer;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// What can be done with Jupyter servers in the picker.
///
/// All methods return at once; callbacks come on the JavaFX Application Thread.
///
/// Confined to the JavaFX Application Thread.
public interface ServerChoices {

    /// Connects to a server and keeps it, if that works.
    ///
    /// @param address as it was typed or pasted
    /// @param secret a token or a password; empty for what the address holds, or none
    /// @param mayGoPlain whether a person agreed to send it without encryption
    /// @param told how far a JupyterHub is with starting the person's server, if it has to
    void connect(
            String address,
            String secret,
            boolean mayGoPlain,
            Consumer<HubProgress> told,
            Consumer<Connection> then);

    /// Lets a JupyterHub start a server that it has stopped.
    ///
    /// @param told how far that is
    void start(ServerAddress server, Consumer<HubProgress> told, Consumer<Connection> then);

    /// Lets a JupyterHub stop a server, with all its kernels.
    void stop(ServerAddress server, Consumer<Connection> then);

    /// Forgets a server with its secret.
    void forget(ServerAddress server, Runnable then);

    /// Ends the running kernel of a row, whoever uses it.
    void end(RuntimeRow row, Runnable then);

    /// How connecting ended. Immutable.
    sealed interface Connection {

        /// The server answers, and is kept.
        ///
        /// @param isKept whether the secret is there again at the next start
        record Connected(ServerAddress server, boolean isKept) implements Connection {}

        /// What was typed is no address.
        record NoAddress() implements Connection {}

        /// The server does not answer as it should, or was not asked.
        record Failed(ServerAddress server, ServerProblem problem) implements Connection {}
    }
}
