package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

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
                                    "training.ipynb")));

    public final Map<ServerAddress, ServerAnswer<ServerListing>> known = new LinkedHashMap<>();
    public final List<String> asked = new ArrayList<>();
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
    public ServerAnswer<ServerListing> add(
            ServerAddress server, ServerLogin login, boolean mayGoPlain) {
        if (!server.isPrivate() && !mayGoPlain) {
            return new ServerAnswer.Refused<>(new ServerProblem.NotEncrypted());
        }
        asked.add(login.getClass().getSimpleName());
        if (!login.equals(opens)) {
            return new ServerAnswer.Refused<>(new ServerProblem.LoginRefused());
        }
        var given = new ServerAnswer.Given<>(LISTING);
        known.put(server, given);
        return given;
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
    public void end(ServerAddress server, String kernel) {
        asked.add("end " + kernel);
    }
}
