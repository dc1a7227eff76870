package org.cellist.kernel.runtime.server;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.websocket.WebSocketChannels;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

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
    private record Known(ServerAccess access, ServerConnection connection) {}

    /// The notebook that a kernel is for.
    ///
    /// @param path tells it from every other one, on every machine; relative, with slashes
    /// @param name for people
    ///
    /// Immutable.
    public record Notebook(String path, String name) {}

    /// Returns what a server has.
    public ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException {
        return Conversation.answered(() -> new ServerApi(connection(server)).listing());
    }

    /// Returns what a server has, for a person who has just told how to log in; keeps nothing. On
    /// a JupyterHub the person's server is started if it does not run.
    ///
    /// @param told how far a hub is with that
    public ServerAnswer<ReachedServer> tryOut(
            ServerAddress server, ServerAccess access, Consumer<HubProgress> told)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    try {
                        return new ReachedServer(server, listing(server, access));
                    } catch (ServerException e) {
                        var started = started(server, access, told);
                        if (started == null) {
                            throw e;
                        }
                        return new ReachedServer(started, listing(started, access));
                    }
                });
    }

    private ServerListing listing(ServerAddress server, ServerAccess access)
            throws ServerException, InterruptedException {
        return new ServerApi(connection(server, access)).listing();
    }

    /// Returns the address of the server that a hub runs for the person; null if no hub is there.
    private @Nullable ServerAddress started(
            ServerAddress given, ServerAccess access, Consumer<HubProgress> told)
            throws ServerException, InterruptedException {
        var place = HubPlace.of(given);
        var hub = new HubApi(connection(place.map(HubPlace::hub).orElse(given), access));
        if (!hub.isHub()) {
            return null;
        }
        var own = hub.own(); // asked in any case: it tells whether the token is known
        var wanted = place.orElse(own);
        hub.awaitRunning(wanted, told);
        return wanted.server();
    }

    /// Lets a hub start a server that it has stopped, and waits until it runs.
    ///
    /// @param told how far that is
    public ServerAnswer<ServerAddress> start(ServerAddress server, Consumer<HubProgress> told)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    var started = started(server, access(server), told);
                    if (started == null) {
                        throw new ServerException(new ServerProblem.NotJupyter());
                    }
                    return started;
                });
    }

    /// Lets a hub stop a server, with all its kernels.
    public ServerAnswer<ServerAddress> stop(ServerAddress server) throws InterruptedException {
        var place = HubPlace.of(server).orElseThrow(IllegalArgumentException::new);
        return Conversation.answered(
                () -> {
                    new HubApi(connection(place.hub(), access(server))).stop(place);
                    return server;
                });
    }

    /// Returns the kernels that run on a server; none where a gateway keeps them to itself.
    public ServerAnswer<List<ServerKernel>> kernels(ServerAddress server)
            throws InterruptedException {
        return Conversation.answered(() -> new ServerApi(connection(server)).kernels());
    }

    /// Restarts a kernel on its server, whoever uses it.
    public ServerAnswer<String> startAgain(ServerAddress server, String kernel)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    new ServerApi(connection(server)).restart(kernel);
                    return kernel;
                });
    }

    /// Ends a kernel on a server.
    public ServerAnswer<String> end(ServerAddress server, String kernel)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    new ServerApi(connection(server)).end(kernel);
                    return kernel;
                });
    }

    /// Starts the notebook's own kernel or finds it where it runs already, or joins another
    /// one, and connects.
    public ServerAnswer<RemoteKernel> connect(JupyterServer runtime, Notebook notebook)
            throws InterruptedException {
        return Conversation.answered(
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
        return Conversation.answered(
                () -> {
                    new ServerApi(connection(server)).restart(kernel);
                    return connect(server, kernel);
                });
    }

    /// Makes a terminal on a server, with a shell in it. Closing it ends the shell.
    public ServerAnswer<Terminal> terminal(ServerAddress server, TerminalSize size)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    var connection = connection(server);
                    var name = new ServerApi(connection).openTerminal();
                    return terminal(connection, name, size, true);
                });
    }

    /// Joins a terminal that a server has. Closing it leaves it there.
    ///
    /// @param name the server's of it
    public ServerAnswer<Terminal> join(ServerAddress server, String name, TerminalSize size)
            throws InterruptedException {
        return Conversation.answered(() -> terminal(connection(server), name, size, false));
    }

    private Terminal terminal(
            ServerConnection connection, String name, TerminalSize size, boolean isNew)
            throws ServerException, InterruptedException {
        var dialer = SocketDialer.ofTerminal(connection, name);
        var there = new TerminalThere(new ServerApi(connection), name, isNew);
        return ServerTerminal.open(dialer, TerminalWire.TERMINADO, there, pings, size, isNew);
    }

    /// A terminal as the server's other interface knows it.
    ///
    /// @param isOurs whether it ends when it is left
    private record TerminalThere(ServerApi api, String name, boolean isOurs)
            implements ServerTerminal.There {

        @Override
        public void leave() throws ServerException, InterruptedException {
            if (isOurs) {
                api.closeTerminal(name);
            }
        }

        @Override
        public boolean isKnown() throws ServerException, InterruptedException {
            return api.terminals().stream().anyMatch(it -> it.name().equals(name));
        }

        @Override
        public boolean endsWhenLeft() {
            return isOurs;
        }
    }

    /// Returns the terminals that a server has; none where it lends none.
    public ServerAnswer<List<ListedTerminal>> terminals(ServerAddress server)
            throws InterruptedException {
        return Conversation.answered(() -> new ServerApi(connection(server)).terminals());
    }

    /// Ends a terminal of a server, whoever uses it.
    ///
    /// @param name the server's of it
    public ServerAnswer<String> endTerminal(ServerAddress server, String name)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    new ServerApi(connection(server)).closeTerminal(name);
                    return name;
                });
    }

    /// Returns the files of a server. Does not block.
    public PlaceFiles files(ServerAddress server) {
        return new ContentsFiles(new ContentsApi(() -> connection(server)));
    }

    private RemoteKernel connect(ServerAddress server, String kernel)
            throws ServerException, InterruptedException {
        var connection = connection(server);
        var api = new ServerApi(connection);
        var dialer = SocketDialer.ofKernel(connection, kernel, UUID.randomUUID().toString());
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
        var access = access(server);
        return known.compute(
                        server,
                        (_, before) ->
                                before != null && before.access().equals(access)
                                        ? before
                                        : new Known(access, connection(server, access)))
                .connection();
    }

    private ServerAccess access(ServerAddress server) {
        return new ServerAccess(keys.login(server), keys.mayGoPlain(server));
    }

    private ServerConnection connection(ServerAddress server, ServerAccess access) {
        return new ServerConnection(server, access.login(), access.mayGoPlain(), source);
    }
}
