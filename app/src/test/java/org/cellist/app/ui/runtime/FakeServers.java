package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// Jupyter servers as a test wants them. Confined to the test's thread.
public final class FakeServers implements ServerSource {

    public static final ServerKernelspec PYTHON =
            new ServerKernelspec("python3", "Python 3 (ipykernel)", "python");

    /// What a server has that answers.
    public static final ServerListing LISTING =
            new ServerListing(
                    List.of(PYTHON, new ServerKernelspec("ir", "R", "R")),
                    List.of(
                            new ServerKernel(
                                    "7e0b",
                                    "python3",
                                    "busy",
                                    2,
                                    "2026-11-30T08:15:00.000000Z",
                                    "training.ipynb",
                                    null)));

    public final Map<ServerAddress, ServerAnswer<ServerListing>> known = new LinkedHashMap<>();
    public final List<String> asked = new ArrayList<>();
    public final List<HubProgress> progress = new ArrayList<>(); // of a start
    public @Nullable ServerProblem startProblem;
    public @Nullable ServerAddress hub; // which answers with the server of ada
    private final ServerLogin opens;

    /// @param opens the only login that a server takes
    public FakeServers(ServerLogin opens) {
        this.opens = opens;
    }

    public static ServerAddress address(String text) {
        return ServerAddress.parse(text).orElseThrow().address();
    }

    @Override
    public List<ServerAddress> servers() {
        return List.copyOf(known.keySet());
    }

    @Override
    public ServerAnswer<ServerListing> look(ServerAddress server) {
        return Objects.requireNonNull(known.get(server));
    }

    @Override
    public ServerAnswer<ReachedServer> add(
            ServerAddress server, ServerAccess access, Consumer<HubProgress> told) {
        if (!server.isPrivate() && !access.mayGoPlain()) {
            return new ServerAnswer.Refused<>(new ServerProblem.NotEncrypted());
        }
        asked.add(access.login().getClass().getSimpleName());
        if (!access.login().equals(opens)) {
            return new ServerAnswer.Refused<>(new ServerProblem.LoginRefused());
        }
        progress.forEach(told);
        var reached = server.equals(hub) ? hubServer() : server;
        known.put(reached, new ServerAnswer.Given<>(LISTING));
        return new ServerAnswer.Given<>(new ReachedServer(reached, LISTING));
    }

    private ServerAddress hubServer() {
        return new HubPlace(Objects.requireNonNull(hub), "ada", "").server();
    }

    @Override
    public ServerAnswer<ServerAddress> start(ServerAddress server, Consumer<HubProgress> told) {
        asked.add("start");
        progress.forEach(told);
        if (startProblem != null) {
            return new ServerAnswer.Refused<>(startProblem);
        }
        known.put(server, new ServerAnswer.Given<>(LISTING));
        return new ServerAnswer.Given<>(server);
    }

    @Override
    public ServerAnswer<ServerAddress> stop(ServerAddress server) {
        asked.add("stop");
        known.put(server, new ServerAnswer.Refused<>(new ServerProblem.NotRunning()));
        return new ServerAnswer.Given<>(server);
    }

    @Override
    public boolean keepsSecrets() {
        return false;
    }

    @Override
    public void forget(ServerAddress server) {
        known.remove(server);
    }

    @Override
    public ServerAnswer<List<ServerKernel>> kernels(ServerAddress server) {
        return switch (look(server)) {
            case ServerAnswer.Given(var listing) -> new ServerAnswer.Given<>(listing.kernels());
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
        };
    }

    @Override
    public void restart(ServerAddress server, String kernel) {
        asked.add("restart " + kernel);
    }

    @Override
    public void end(ServerAddress server, String kernel) {
        asked.add("end " + kernel);
    }
}
