package org.cellist.app.ui.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.ServerRows;
import org.cellist.app.ui.runtime.row.ServerRows.Entry;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runtimes of the Jupyter servers that a person added, for one notebook. Each server is asked
/// on a thread of its own; until it answers, a row says that.
///
/// Confined to the JavaFX Application Thread.
public final class ServerRuntimes implements ServerChoices {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRuntimes.class);

    private final ServerSource source;
    private final Consumer<KernelRuntime> attach;
    private final Executor background;
    private final Executor fx;
    private final ServerRows rows;
    private final Map<ServerAddress, List<Entry>> entries = new LinkedHashMap<>();
    private int asked; // servers that have not answered

    /// A view of the servers for a notebook.
    ///
    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    /// @param attach lets the notebook run on a runtime
    /// @param background runs what may take time, each task on a thread of its own
    /// @param fx brings its results back
    public ServerRuntimes(
            ServerSource source,
            @Nullable String attached,
            Consumer<KernelRuntime> attach,
            Executor background,
            Executor fx) {
        this.source = source;
        this.attach = attach;
        this.background = background;
        this.fx = fx;
        this.rows = new ServerRows(attached);
    }

    /// Looks at all servers.
    ///
    /// @param report told at once, and after each answer
    void find(Runnable report) {
        var servers = source.servers();
        entries.keySet().retainAll(servers);
        for (var server : servers) {
            entries.putIfAbsent(server, List.of(rows.looking(server, new Place.Server(server))));
            asked++;
            background(
                    () -> source.look(server),
                    answer -> {
                        asked--;
                        if (source.servers().contains(server)) {
                            entries.put(server, rows.of(server, new Place.Server(server), answer));
                        }
                        report.run();
                    });
        }
        report.run();
    }

    List<RuntimeRow> rows() {
        return entries.values().stream().flatMap(List::stream).map(Entry::row).toList();
    }

    boolean isComplete() {
        return asked == 0;
    }

    /// Lets the notebook run on the row's runtime, if it is one.
    void attach(RuntimeRow row) {
        entry(row).map(Entry::runtime).ifPresent(attach);
    }

    private Optional<Entry> entry(RuntimeRow row) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.row().key().equals(row.key()))
                .findFirst();
    }

    @Override
    public void connect(
            String address,
            String secret,
            boolean mayGoPlain,
            Consumer<HubProgress> told,
            Consumer<Connection> then) {
        var pasted = ServerAddress.parse(address).orElse(null);
        if (pasted == null) {
            then.accept(new Connection.NoAddress());
            return;
        }
        var given = secret.isBlank() ? pasted.token() : secret.strip();
        var server = pasted.address();
        background(
                () -> {
                    return switch (tried(server, given, mayGoPlain, onFx(told))) {
                        case ServerAnswer.Given(var reached) ->
                                new Connection.Connected(
                                        reached.address(), given == null || source.keepsSecrets());
                        case ServerAnswer.Refused(var problem) ->
                                new Connection.Failed(server, problem);
                    };
                },
                then);
    }

    /// Nobody has to know whether a secret is a token or a password: the server does.
    private ServerAnswer<ReachedServer> tried(
            ServerAddress server,
            @Nullable String secret,
            boolean mayGoPlain,
            Consumer<HubProgress> told)
            throws InterruptedException {
        if (secret == null) {
            return source.add(server, new ServerAccess(new ServerLogin.None(), mayGoPlain), told);
        }
        var token = new ServerLogin.Token(secret);
        var first = source.add(server, new ServerAccess(token, mayGoPlain), told);
        boolean isRefused =
                first instanceof ServerAnswer.Refused(var problem)
                        && problem instanceof ServerProblem.LoginRefused;
        if (!isRefused) {
            return first;
        }
        var password = new ServerLogin.Password(secret);
        var second = source.add(server, new ServerAccess(password, mayGoPlain), told);
        return second instanceof ServerAnswer.Given ? second : first;
    }

    @Override
    public void start(ServerAddress server, Consumer<HubProgress> told, Consumer<Connection> then) {
        background(() -> connection(server, source.start(server, onFx(told))), then);
    }

    @Override
    public void stop(ServerAddress server, Consumer<Connection> then) {
        background(() -> connection(server, source.stop(server)), then);
    }

    private static Connection connection(ServerAddress server, ServerAnswer<?> answer) {
        return answer instanceof ServerAnswer.Refused(var problem)
                ? new Connection.Failed(server, problem)
                : new Connection.Connected(server, true);
    }

    private Consumer<HubProgress> onFx(Consumer<HubProgress> told) {
        return progress -> fx.execute(() -> told.accept(progress));
    }

    @Override
    public void forget(ServerAddress server, Runnable then) {
        background(
                () -> {
                    source.forget(server);
                    return server;
                },
                _ -> {
                    entries.remove(server);
                    then.run();
                });
    }

    @Override
    public void end(RuntimeRow row, Runnable then) {
        var runtime = entry(row).map(Entry::runtime).orElse(null);
        var kernel = runtime == null ? null : runtime.kernel();
        if (kernel != null && row.place() instanceof Place.Server(var server)) {
            background(
                    () -> {
                        source.end(server, kernel);
                        return kernel;
                    },
                    _ -> then.run());
        }
    }

    private interface Work<T> {
        T result() throws InterruptedException;
    }

    private <T> void background(Work<T> work, Consumer<T> then) {
        background.execute(
                () -> {
                    try {
                        var result = work.result();
                        fx.execute(() -> then.accept(result));
                    } catch (InterruptedException _) {
                        LOG.debug("a question to a server was given up");
                    }
                });
    }
}
