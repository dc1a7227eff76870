package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cellist.app.ui.runtime.ServerChoices.Connection;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.Test;

/// The picker's part that knows Jupyter servers.
class ServerRuntimesTest {

    private static final ServerAddress BOX = FakeServers.address("https://gpu-box:8888/");

    private final FakeServers source = new FakeServers(new ServerLogin.Token("good"));
    private final List<KernelRuntime> attached = new ArrayList<>();
    private final List<HubProgress> told = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ServerRuntimes runtimes =
            new ServerRuntimes(source, null, attached::add, tasks::add, Runnable::run);

    @Test
    void aServerHasARowBeforeItHasAnswered() {
        source.known.put(BOX, new ServerAnswer.Given<>(FakeServers.LISTING));

        runtimes.find(() -> {});

        assertEquals(List.of(new State.Looking()), states());
        work();
        assertTrue(runtimes.isComplete());
        assertEquals(
                List.of("Python 3 (ipykernel)", "R", "Python 3 (ipykernel)"),
                runtimes.rows().stream().map(RuntimeRow::name).toList());
        assertEquals(
                new Origin.RunningKernel("training.ipynb"), runtimes.rows().getLast().origin());
    }

    @Test
    void whatIsWrongStandsInTheRow() {
        var problem = new ServerProblem.Unreachable("Connection refused");
        source.known.put(BOX, new ServerAnswer.Refused<>(problem));

        find();

        assertEquals(List.of(new State.Trouble(problem)), states());
        assertEquals("Connection refused", runtimes.rows().getFirst().detail());
    }

    @Test
    void aKernelspecAndARunningKernelAreAttached() {
        source.known.put(BOX, new ServerAnswer.Given<>(FakeServers.LISTING));
        find();

        runtimes.attach(runtimes.rows().getFirst());
        runtimes.attach(runtimes.rows().getLast());

        assertEquals(
                List.of(
                        new JupyterServer(BOX, FakeServers.PYTHON, null),
                        new JupyterServer(BOX, FakeServers.PYTHON, "7e0b")),
                attached);
    }

    @Test
    void anAddressWithItsTokenIsConnectedTo() {
        var connection = connect("http://localhost:8888/lab?token=good", "", false);

        var server = FakeServers.address("http://localhost:8888/");
        assertEquals(new Connection.Connected(server, false), connection);
        assertEquals(List.of(server), source.servers());
        assertEquals(List.of("Token"), source.asked);
    }

    @Test
    void aSecretThatIsNoTokenIsTriedAsAPassword() {
        connect("https://gpu-box:8888/", "bad", false);

        assertEquals(List.of("Token", "Password"), source.asked);
        assertEquals(List.of(), source.servers());
    }

    @Test
    void nothingIsTriedWithoutEncryptionUntilSomebodyAgrees() {
        var asked = connect("http://gpu-box:8888/", "good", false);

        var failed = assertInstanceOf(Connection.Failed.class, asked);
        assertEquals(new ServerProblem.NotEncrypted(), failed.problem());
        assertEquals(List.of(), source.asked);
        assertInstanceOf(Connection.Connected.class, connect("http://gpu-box:8888/", "good", true));
    }

    @Test
    void whatIsNoAddressIsSaidAtOnce() {
        assertEquals(new Connection.NoAddress(), connect("a b", "", false));
    }

    @Test
    void aForgottenServerIsGoneFromTheList() {
        source.known.put(BOX, new ServerAnswer.Given<>(FakeServers.LISTING));
        find();

        runtimes.forget(BOX, () -> {});
        work();

        assertEquals(List.of(), runtimes.rows());
        assertEquals(List.of(), source.servers());
    }

    @Test
    void aRunningKernelIsEndedOnItsServer() {
        source.known.put(BOX, new ServerAnswer.Given<>(FakeServers.LISTING));
        find();

        runtimes.end(runtimes.rows().getFirst(), () -> {});
        runtimes.end(runtimes.rows().getLast(), () -> {});
        work();

        assertEquals(List.of("end 7e0b"), source.asked);
    }

    @Test
    void aHubTellsHowFarItIsAndTheServerThatItStartedIsKept() {
        var hub = FakeServers.address("https://hub.example/hub/home");
        source.hub = hub;
        source.progress.add(new HubProgress(50, "half"));

        var connection = connect("https://hub.example/hub/home", "good", false);

        var server = FakeServers.address("https://hub.example/user/ada/");
        assertEquals(new Connection.Connected(server, false), connection);
        assertEquals(List.of(new HubProgress(50, "half")), told);
        assertEquals(List.of(server), source.servers());
    }

    @Test
    void aServerThatItsHubStoppedIsStartedAgain() {
        var server = FakeServers.address("https://hub.example/user/ada/");
        var ends = new ArrayList<Connection>();
        runtimes.stop(server, ends::add);
        runtimes.start(server, told::add, ends::add);
        work();
        source.startProblem = new ServerProblem.NotStarted("no room");
        runtimes.start(server, told::add, ends::add);
        work();

        assertEquals(List.of("stop", "start", "start"), source.asked);
        assertEquals(
                List.of(
                        new Connection.Connected(server, true),
                        new Connection.Connected(server, true),
                        new Connection.Failed(server, new ServerProblem.NotStarted("no room"))),
                ends);
    }

    private Connection connect(String address, String secret, boolean mayGoPlain) {
        var connections = new ArrayList<Connection>();
        runtimes.connect(address, secret, mayGoPlain, told::add, connections::add);
        work();
        return connections.getFirst();
    }

    private void find() {
        runtimes.find(() -> {});
        work();
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private List<State> states() {
        return runtimes.rows().stream().map(RuntimeRow::state).toList();
    }
}
