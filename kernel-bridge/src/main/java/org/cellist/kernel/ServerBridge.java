package org.cellist.kernel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.websocket.WebSocketChannels;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.server.HttpSource;
import org.cellist.kernel.runtime.server.JupyterServers;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.server.RemoteKernel;
import org.cellist.kernel.runtime.server.ServerKeys;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// Kernels on Jupyter servers: what [KernelBridge] is to those of this machine. See
/// docs/protocol/server.md.
///
/// Thread-safe. Its methods block; call them on virtual threads.
public final class ServerBridge {

    /// Reaches no server.
    public static final ServerBridge NONE =
            new ServerBridge(
                    () -> {
                        throw new IOException("no network");
                    },
                    ServerKeys.NONE);

    private final JupyterServers servers;
    private volatile Consumer<ServedKernel> follower = _ -> {};

    /// Asks nobody yet.
    public ServerBridge(HttpSource source, ServerKeys keys) {
        this(source, keys, WebSocketChannels.PINGS);
    }

    /// Asks nobody yet.
    ///
    /// @param pings how often a connection is tried, and how much silence ends it
    public ServerBridge(HttpSource source, ServerKeys keys, HeartbeatPolicy pings) {
        this.servers = new JupyterServers(source, keys, pings);
    }

    /// Has every kernel told that is connected from now on, on the thread that connects it.
    public void follow(Consumer<ServedKernel> newFollower) {
        follower = newFollower;
    }

    /// How connecting ended. Immutable.
    public sealed interface Outcome {

        record Connected(ServedKernel kernel) implements Outcome {}

        record Failed(StartFailure failure) implements Outcome {}
    }

    /// Returns what a server has.
    public ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException {
        return servers.look(server);
    }

    /// Returns the kernels that run on a server; none where a gateway keeps them to itself.
    public ServerAnswer<List<ServerKernel>> kernels(ServerAddress server)
            throws InterruptedException {
        return servers.kernels(server);
    }

    /// Restarts a kernel on its server, whoever uses it.
    public ServerAnswer<String> startAgain(ServerAddress server, String kernel)
            throws InterruptedException {
        return servers.startAgain(server, kernel);
    }

    /// Returns what a server has, for a person who has just told how to log in; keeps nothing. On
    /// a JupyterHub the person's server is started if it does not run.
    ///
    /// @param told how far a hub is with that
    public ServerAnswer<ReachedServer> tryOut(
            ServerAddress server, ServerAccess access, Consumer<HubProgress> told)
            throws InterruptedException {
        return servers.tryOut(server, access, told);
    }

    /// Lets a JupyterHub start a server that it has stopped, and waits until it runs.
    ///
    /// @param told how far that is
    public ServerAnswer<ServerAddress> start(ServerAddress server, Consumer<HubProgress> told)
            throws InterruptedException {
        return servers.start(server, told);
    }

    /// Lets a JupyterHub stop a server, with all its kernels.
    ///
    /// @throws IllegalArgumentException if the address is not that of a server on a hub
    public ServerAnswer<ServerAddress> stop(ServerAddress server) throws InterruptedException {
        return servers.stop(server);
    }

    /// Makes a terminal on a server, with a shell in it.
    public ServerAnswer<Terminal> terminal(ServerAddress server, TerminalSize size)
            throws InterruptedException {
        return servers.terminal(server, size);
    }

    /// Joins a terminal that a server has. Closing it leaves it there.
    ///
    /// @param name the server's of it
    public ServerAnswer<Terminal> join(ServerAddress server, String name, TerminalSize size)
            throws InterruptedException {
        return servers.join(server, name, size);
    }

    /// Returns the terminals that a server has; none where it lends none.
    public ServerAnswer<List<ListedTerminal>> terminals(ServerAddress server)
            throws InterruptedException {
        return servers.terminals(server);
    }

    /// Ends a terminal of a server, whoever uses it.
    ///
    /// @param name the server's of it
    public ServerAnswer<String> endTerminal(ServerAddress server, String name)
            throws InterruptedException {
        return servers.endTerminal(server, name);
    }

    /// Returns the files of a server. Does not block; how to log in is looked up when something is
    /// asked.
    public PlaceFiles files(ServerAddress server) {
        return servers.files(server);
    }

    /// Ends a kernel, whoever uses it.
    ///
    /// @param kernel the server's id of it
    public ServerAnswer<String> end(ServerAddress server, String kernel)
            throws InterruptedException {
        return servers.end(server, kernel);
    }

    /// Starts the notebook's own kernel, finds it where it runs on from before, or joins the
    /// one that the runtime names; waits until it answers, unless it is busy.
    public Outcome connect(JupyterServer runtime, Notebook notebook, LaunchOptions options)
            throws InterruptedException {
        return outcome(runtime, servers.connect(runtime, notebook), options);
    }

    /// Restarts a kernel in its place, for all who use it.
    ///
    /// @param before the client of the process that ends; closed already
    public Outcome restart(ServedKernel before, LaunchOptions options) throws InterruptedException {
        var runtime = before.runtime();
        return outcome(runtime, servers.restart(runtime.server(), before.id()), options);
    }

    private Outcome outcome(
            JupyterServer runtime, ServerAnswer<RemoteKernel> answer, LaunchOptions options)
            throws InterruptedException {
        return switch (answer) {
            case ServerAnswer.Given(var remote) ->
                    answering(runtime, remote, options.startTimeout());
            case ServerAnswer.Refused(var problem) ->
                    new Outcome.Failed(new StartFailure.ServerFailed(problem));
        };
    }

    private Outcome answering(JupyterServer runtime, RemoteKernel remote, Duration patience)
            throws InterruptedException {
        var kernel =
                new ServedKernel(runtime, remote, new KernelClient(remote.channels(), remote.id()));
        boolean answers = false;
        try {
            var wait = remote.isBusy() ? Duration.ZERO : patience; // asked, it answers later
            answers = kernel.client().awaitReady(wait).isPresent() || remote.isBusy();
            if (!answers) {
                return new Outcome.Failed(new StartFailure.TimedOut(patience, ""));
            }
            follower.accept(kernel);
            return new Outcome.Connected(kernel);
        } finally {
            if (!answers) {
                kernel.close();
            }
        }
    }
}
