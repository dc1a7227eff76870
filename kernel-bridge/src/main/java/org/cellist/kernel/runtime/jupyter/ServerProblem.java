package org.cellist.kernel.runtime.jupyter;

/// Why a Jupyter server does not do what it was asked. Immutable.
public sealed interface ServerProblem {

    /// Returns what the system or the server says of it; empty where that is nothing.
    default String details() {
        return switch (this) {
            case Unreachable(var why) -> why;
            case NotTrusted(var why) -> why;
            case SentElsewhere(var to) -> to;
            case HubToken(var page) -> page;
            case NotAllowed(var message) -> message;
            case NotStarted(var message) -> message;
            case Failed(int status, var message) -> (status + " " + message).strip();
            case Colab(var problem) -> problem.details();
            case NotEncrypted _,
                    LoginNeeded _,
                    LoginRefused _,
                    NotJupyter _,
                    NoSuchKernel _,
                    NoTerminals _,
                    NotRunning _ ->
                    "";
        };
    }

    /// Nothing answers there, or not in time.
    ///
    /// @param why in the system's words
    record Unreachable(String why) implements ServerProblem {}

    /// The server's certificate is signed by nobody whom this machine trusts, or made out to
    /// another name.
    record NotTrusted(String why) implements ServerProblem {}

    /// What was sent would go over the network for all to read, and nobody agreed to that.
    record NotEncrypted() implements ServerProblem {}

    /// The server asks who we are, and we have nothing to say.
    ///
    /// @param takesPassword whether its log-in page takes a password
    record LoginNeeded(boolean takesPassword) implements ServerProblem {}

    /// The server does not take the token or the password.
    record LoginRefused() implements ServerProblem {}

    /// A JupyterHub asks for a token, or does not take the one that it was given.
    ///
    /// @param page where a person gets one
    record HubToken(String page) implements ServerProblem {}

    /// A JupyterHub takes the token, but does not let it do this.
    ///
    /// @param message the hub's
    record NotAllowed(String message) implements ServerProblem {}

    /// A JupyterHub has not started this server, or has stopped it.
    record NotRunning() implements ServerProblem {}

    /// A JupyterHub could not start the server.
    ///
    /// @param message the hub's; may be empty
    record NotStarted(String message) implements ServerProblem {}

    /// The server sends us elsewhere; nothing was sent there.
    ///
    /// @param to scheme, host and port
    record SentElsewhere(String to) implements ServerProblem {}

    /// Something answers, but it is no Jupyter server.
    record NotJupyter() implements ServerProblem {}

    /// The kernel is not there any more.
    record NoSuchKernel() implements ServerProblem {}

    /// The server is a Colab runtime, and Colab says no.
    record Colab(ColabProblem problem) implements ServerProblem {}

    /// The server lends no terminals.
    record NoTerminals() implements ServerProblem {}

    /// The server answers that it could not.
    ///
    /// @param status of HTTP
    /// @param message the server's; may be empty
    record Failed(int status, String message) implements ServerProblem {}
}
