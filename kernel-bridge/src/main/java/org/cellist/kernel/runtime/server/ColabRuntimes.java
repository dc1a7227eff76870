package org.cellist.kernel.runtime.server;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cellist.kernel.channel.websocket.WebSocketChannels;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabGrant;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.ColabReader.Assigned;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Colab runtimes of an account: asks what there is, gets runtimes and gives them back. Once a
/// runtime is there, it is a Jupyter server behind a proxy; [#login] opens it.
///
/// Thread-safe. Its methods block.
public final class ColabRuntimes {

    private static final Logger LOG = LoggerFactory.getLogger(ColabRuntimes.class);

    private final ColabApi colab;
    private final ColabHosts hosts;
    private final HttpSource http;
    private final InstantSource clock;
    private final Map<ServerAddress, Lease> leases = new ConcurrentHashMap<>();
    private final Map<String, Duration> idleLimits = new ConcurrentHashMap<>(); // by endpoint
    private volatile List<ColabRuntime> known = List.of(); // as they were listed last
    private volatile boolean isApiClosed; // to this client

    /// Asks nobody yet.
    public ColabRuntimes(
            ColabHosts hosts, AccessTokens tokens, HttpSource http, InstantSource clock) {
        this.colab =
                new ColabApi(
                        new ServerConnection(hosts.sessions(), login(tokens, false), false, http),
                        new ServerConnection(hosts.api(), login(tokens, true), false, http));
        this.hosts = hosts;
        this.http = http;
        this.clock = clock;
    }

    private static ServerLogin login(AccessTokens tokens, boolean isCloudApi) {
        return new ServerLogin.Headers(new Bearer(tokens, isCloudApi));
    }

    /// Returns the page where people use Colab in a browser.
    public URI page() {
        return hosts.sessions().base();
    }

    /// What opens one runtime's server.
    private final class Lease {

        private final ServerAddress server;
        private final ProxyPasses passes = new ProxyPasses(this::pass, clock);
        private final ServerLogin login = new ServerLogin.Headers(passes);
        private volatile @Nullable String endpoint; // null until Colab was asked

        Lease(ServerAddress server) {
            this.server = server;
        }

        private ServerAnswer<ProxyPass> pass() throws InterruptedException {
            return Conversation.answered(() -> fresh(server, endpoint));
        }
    }

    /// Returns what Colab has for the account. That it tells nothing about the account itself to
    /// this client is no problem.
    public ServerAnswer<ColabListing> look() throws InterruptedException {
        return Conversation.answered(() -> new ColabListing(runtimes(), account()));
    }

    /// Returns the runtimes that the account has, and asks for nothing else.
    public ServerAnswer<List<ColabRuntime>> list() throws InterruptedException {
        return Conversation.answered(this::runtimes);
    }

    /// Returns the runtimes as they were listed last, with what was got and given back since. Asks
    /// nobody.
    public List<ColabRuntime> known() {
        return known;
    }

    /// Forgets which runtimes the account has: nobody is signed in to it any more.
    public void forget() {
        setKnown(_ -> List.of());
    }

    private synchronized void setKnown(UnaryOperator<List<ColabRuntime>> change) {
        known = List.copyOf(change.apply(known));
    }

    private List<ColabRuntime> runtimes() throws ServerException, InterruptedException {
        try {
            var found = new ArrayList<ColabRuntime>();
            for (var each : colab.assignments()) {
                found.add(taken(each));
            }
            setKnown(_ -> found);
            return found;
        } catch (ServerException e) {
            if (e.problem() instanceof ServerProblem.Colab(ColabProblem.SignInNeeded _)) {
                forget();
            }
            throw e;
        }
    }

    private @Nullable ColabAccount account() throws ServerException, InterruptedException {
        if (isApiClosed) {
            return null;
        }
        try {
            return colab.account();
        } catch (ServerException e) {
            noteClosed(e);
            LOG.info("Colab tells nothing about the account: {}", e.problem());
            return null;
        }
    }

    private void noteClosed(ServerException e) {
        if (e.problem() instanceof ServerProblem.Colab(ColabProblem.NotEntitled _)) {
            isApiClosed = true;
        }
    }

    /// Gets a runtime; the one that was given for the same name before, if there is one.
    ///
    /// @param name a new one for each runtime that a person asks for
    public ServerAnswer<ColabRuntime> assign(UUID name, ColabMachine wish)
            throws InterruptedException {
        return Conversation.answered(
                () -> {
                    var given = taken(colab.assign(name, wish));
                    setKnown(
                            before ->
                                    Stream.concat(without(before, given), Stream.of(given))
                                            .toList());
                    return given;
                });
    }

    private static Stream<ColabRuntime> without(List<ColabRuntime> all, ColabRuntime one) {
        return all.stream().filter(it -> !it.endpoint().equals(one.endpoint()));
    }

    /// Keeps what opens a runtime, and completes it by what was said of it before.
    private ColabRuntime taken(Assigned assigned) {
        var runtime = assigned.runtime();
        var pass = assigned.pass();
        if (pass != null) {
            var lease = leases.computeIfAbsent(pass.server(), Lease::new);
            lease.endpoint = runtime.endpoint();
            lease.passes.take(pass);
        }
        var limit = runtime.idleLimit();
        if (limit != null) {
            idleLimits.put(runtime.endpoint(), limit);
        }
        return new ColabRuntime(
                runtime.endpoint(),
                runtime.machine(),
                runtime.server(),
                idleLimits.get(runtime.endpoint()));
    }

    /// Gives a runtime back, with all that is on it.
    public ServerAnswer<ColabRuntime> release(ColabRuntime runtime) throws InterruptedException {
        var server = runtime.server();
        if (server != null) {
            endSessions(server);
        }
        return Conversation.answered(
                () -> {
                    colab.release(runtime.endpoint());
                    setKnown(before -> without(before, runtime).toList());
                    var lease = server == null ? null : leases.remove(server);
                    if (lease != null) {
                        lease.passes.end();
                    }
                    return runtime;
                });
    }

    /// Colab's own clients do so, that nothing is written any more while the machine goes.
    private void endSessions(ServerAddress server) throws InterruptedException {
        try {
            var api = new ServerApi(connection(server));
            for (var session : api.sessions()) {
                api.end(session.kernel().id());
            }
        } catch (ServerException e) {
            LOG.info("The kernels of a Colab runtime were not ended: {}", e.problem());
        }
    }

    /// Returns how full a runtime is.
    public ServerAnswer<ColabResources> resources(ServerAddress server)
            throws InterruptedException {
        return Conversation.answered(() -> ColabApi.resources(connection(server)));
    }

    /// Opens the terminal of a runtime. What runs there goes on when it is closed: Colab keeps it
    /// in a multiplexer, and tells no way to end it.
    public ServerAnswer<Terminal> terminal(ServerAddress server, TerminalSize size)
            throws InterruptedException {
        return Conversation.answered(
                () ->
                        ServerTerminal.open(
                                SocketDialer.ofColabTerminal(connection(server)),
                                TerminalWire.COLAB,
                                new Multiplexer(),
                                WebSocketChannels.PINGS,
                                size,
                                true));
    }

    /// What keeps a machine's terminal.
    private record Multiplexer() implements ServerTerminal.There {

        @Override
        public String name() {
            return ""; // there is one
        }

        @Override
        public void leave() {
            LOG.debug("a terminal of a Colab machine is left");
        }

        @Override
        public boolean endsWhenLeft() {
            return true; // as far as anybody can tell
        }

        @Override
        public boolean isKnown() {
            return true; // nobody ends it but its shell
        }
    }

    private ServerConnection connection(ServerAddress server) {
        return new ServerConnection(server, login(server), false, http);
    }

    /// Returns how one logs in to a runtime's server; always the same for the same server. Asks
    /// nobody before it is used.
    public ServerLogin login(ServerAddress server) {
        return leases.computeIfAbsent(server, Lease::new).login;
    }

    /// Returns Colab's name for the runtime whose server that is; empty for what Colab has not
    /// said to be a runtime.
    public Optional<String> endpoint(ServerAddress server) {
        return Optional.ofNullable(leases.get(server)).map(it -> it.endpoint);
    }

    /// Tells Colab that a runtime is in use; returns whether it is still there.
    ///
    /// @param endpoint Colab's name for it
    public ServerAnswer<Boolean> keepAlive(String endpoint) throws InterruptedException {
        return Conversation.answered(() -> colab.keepAlive(endpoint));
    }

    /// Gives a runtime access to the account, which a person has agreed to; or asks whether that
    /// would be possible.
    ///
    /// @param endpoint Colab's name for it
    /// @param isTrial whether nothing is to be given yet
    public ServerAnswer<ColabGrant> propagate(String endpoint, ColabAccess access, boolean isTrial)
            throws InterruptedException {
        return Conversation.answered(() -> colab.propagate(endpoint, access, isTrial));
    }

    /// Asks for another token: the shortest way, if it is open to this client; else all runtimes
    /// are listed with theirs.
    private ProxyPass fresh(ServerAddress server, @Nullable String endpoint)
            throws ServerException, InterruptedException {
        if (endpoint != null && !isApiClosed) {
            try {
                var pass = colab.proxyToken(endpoint);
                if (pass.server().equals(server)) { // a token is for one place only
                    return pass;
                }
            } catch (ServerException e) {
                noteClosed(e);
                LOG.debug("No token for a Colab runtime on its own: {}", e.problem());
            }
        }
        for (var each : colab.assignments()) {
            var pass = each.pass();
            if (pass != null && pass.server().equals(server)) {
                taken(each);
                return pass;
            }
        }
        throw new ServerException(new ServerProblem.Colab(new ColabProblem.Ended()));
    }
}
