package org.cellist.kernel.runtime.server;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.websocket.WebSocketChannels;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Asks Jupyter servers what they have, and starts, joins and restarts their kernels.
///
/// Thread-safe. Its methods block.
public final class JupyterServers {

    private final HttpSource source;
    private final ServerKeys keys;
    private final HeartbeatPolicy pings;
    private final Map<ServerAddress, Known> known = new ConcurrentHashMap<>();

    /// Asks nobody yet.
    ///
    /// @param pings how often a connection is tried, and how much silence ends it
    public JupyterServers(HttpSource source, ServerKeys keys, HeartbeatPolicy pings) {
        this.pings = pings;
        this.source = source;
        this.keys = keys;
    }

    /// A connection and what it was made with: other keys need another one.
    private record Known(ServerLogin login, boolean mayGoPlain, ServerConnection connection) {}

    /// The notebook that a kernel is for.
    ///
    /// @param path tells it from every other one, on every machine; relative, with slashes
    /// @param name for people
    ///
    /// Immutable.
    public record Notebook(String path, String name) {}

    /// Returns what a server has.
    public ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException {
        return answered(() -> new ServerApi(connection(server)).listing());
    }

    /// Returns what a server has, for a person who has just told how to log in; keeps nothing.
    public ServerAnswer<ServerListing> tryOut(
            ServerAddress server, ServerLogin login, boolean mayGoPlain)
            throws InterruptedException {
        var connection = new ServerConnection(server, login, mayGoPlain, source);
        return answered(() -> new ServerApi(connection).listing());
    }

    /// Ends a kernel on a server.
    public ServerAnswer<String> end(ServerAddress server, String kernel)
            throws InterruptedException {
        return answered(
                () -> {
                    new ServerApi(connection(server)).end(kernel);
                    return kernel;
                });
    }

    /// Starts the notebook's own kernel or finds it where it runs already, or joins another
    /// one, and connects.
    public ServerAnswer<RemoteKernel> connect(JupyterServer runtime, Notebook notebook)
            throws InterruptedException {
        return answered(
                () -> {
                    var api = new ServerApi(connection(runtime.server()));
                    var joined = runtime.kernel();
                    var kernel =
                            joined == null
                                    ? api.session(
                                                    notebook.path(),
                                                    notebook.name(),
                                                    runtime.kernelspec().name())
                                            .kernel()
                                            .id()
                                    : joined;
                    return connect(runtime.server(), kernel);
                });
    }

    /// Restarts a kernel on its server, and connects to the new process.
    public ServerAnswer<RemoteKernel> restart(ServerAddress server, String kernel)
            throws InterruptedException {
        return answered(
                () -> {
                    new ServerApi(connection(server)).restart(kernel);
                    return connect(server, kernel);
                });
    }

    private RemoteKernel connect(ServerAddress server, String kernel)
            throws ServerException, InterruptedException {
        var connection = connection(server);
        var api = new ServerApi(connection);
        var dialer = new KernelDialer(connection, kernel, UUID.randomUUID().toString());
        var opened = WebSocketChannels.open(dialer, pings, kernel);
        return switch (opened) {
            case WebSocketChannels.Opened.Connected(var channels) -> {
                boolean isBusy = api.kernel(kernel).state().equals("busy");
                yield new RemoteKernel(api, kernel, channels, isBusy);
            }
            case WebSocketChannels.Opened.NotConnected(var why) ->
                    throw new ServerException(new ServerProblem.Unreachable(why));
        };
    }

    /// Returns the connection for the present keys; the same one while they stay.
    private ServerConnection connection(ServerAddress server) {
        var login = keys.login(server);
        boolean mayGoPlain = keys.mayGoPlain(server);
        return known.compute(
                        server,
                        (_, before) ->
                                before != null
                                                && before.login().equals(login)
                                                && before.mayGoPlain() == mayGoPlain
                                        ? before
                                        : new Known(
                                                login,
                                                mayGoPlain,
                                                new ServerConnection(
                                                        server, login, mayGoPlain, source)))
                .connection();
    }

    private interface Conversation<T> {
        T hold() throws ServerException, InterruptedException;
    }

    private static <T> ServerAnswer<T> answered(Conversation<T> conversation)
            throws InterruptedException {
        try {
            return new ServerAnswer.Given<>(conversation.hold());
        } catch (ServerException e) {
            return new ServerAnswer.Refused<>(e.problem());
        }
    }
}
