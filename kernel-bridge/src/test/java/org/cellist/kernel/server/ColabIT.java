package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.ColabKeepAlive;
import org.cellist.kernel.ServedKernel;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.server.ServerKeys;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kernels of a real Jupyter server, behind what speaks Colab's interface.
class ColabIT {

    private static final String TOKEN = "0c0ffee0c0ffee";
    private static final Notebook NOTEBOOK = new Notebook("cellist/a-1234.ipynb", "a.ipynb");
    private static final ServerKernelspec PYTHON =
            new ServerKernelspec("python3", "Python 3 (ipykernel)", "python");
    private static final ColabMachine T4 = new ColabMachine(Kind.GPU, "T4", false);
    private static final String KEEP_ALIVE = "GET /tun/m/t4-s-2/keep-alive/";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    /// As a person has it whose proxy asks for a password: with somebody to ask.
    private final HttpClient client =
            HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

    private RealServer jupyter;
    private FakeColab colab;
    private ColabRuntimes runtimes;
    private ServerBridge bridge;

    @BeforeEach
    void start() throws Exception {
        jupyter = RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN);
        colab = new FakeColab(jupyter.address(), TOKEN);
        colab.accept("access-1");
        runtimes =
                new ColabRuntimes(
                        colab.hosts(), new MadeUpTokens(1), () -> client, InstantSource.system());
        bridge = new ServerBridge(() -> client, new ColabKeys());
    }

    @AfterEach
    void stop() throws IOException {
        colab.close();
        jupyter.close();
    }

    private final class ColabKeys implements ServerKeys {

        @Override
        public ServerLogin login(ServerAddress server) {
            return runtimes.login(server);
        }

        @Override
        public boolean mayGoPlain(ServerAddress server) {
            return false;
        }
    }

    @Test
    void aRuntimeRunsCodeIsInterruptedAndRestarted() throws Exception {
        var runtime = assigned();
        var kernel = connect(runtime);

        assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
        assertEquals(13_000_000_000L, given(runtimes.resources(server(runtime))).memoryBytes());
        var run =
                Runs.begin(
                        kernel.client(),
                        "x = 1\nprint('now', flush=True)\nimport time\ntime.sleep(600)");
        run.awaitText("now");
        kernel.interrupt();
        assertEquals("KeyboardInterrupt", run.awaitError());
        kernel.close();
        try (var fresh = connected(bridge.restart(kernel, LaunchOptions.DEFAULT))) {
            assertEquals("False\n", Runs.of(fresh.client(), "print('x' in globals())"));
        }

        assertFalse(jupyter.log().contains("proxy-"), "a proxy's token reached the server");
    }

    /// The token runs out and the way breaks while a cell runs: with a new token the way is found
    /// again, and the cell's outputs go on.
    @Test
    void theProxysTokenIsReplacedDuringARun() throws Exception {
        for (boolean isApiOpen : new boolean[] {true, false}) {
            colab.isApiOpen = isApiOpen;
            try (var kernel = connect(assigned())) {
                var run =
                        Runs.begin(
                                kernel.client(),
                                """
                                print('now', flush=True)
                                import pathlib, time
                                while not pathlib.Path('go').exists():
                                    time.sleep(0.05)
                                print('end')""");
                run.awaitText("now");
                colab.expireProxyTokens();
                colab.breakConnections();
                Files.createFile(go());
                run.awaitText("end");
                run.end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                Files.deleteIfExists(go());
            }
        }
        assertTrue(colab.seen().contains("GET /v1/runtime-proxy-token"));
    }

    /// What the cell waits for.
    private Path go() {
        return folder.resolve("root").resolve("go");
    }

    @Test
    void aTerminalOfARuntimeIsTypedIntoAndEnds() throws Exception {
        var terminal = given(runtimes.terminal(server(assigned()), TerminalSize.USUAL));
        var talk = new TerminalTalk(terminal);
        talk.tryOut();
        assertEquals(Terminal.Work.UNKNOWN, terminal.work());

        talk.type("exit");

        assertInstanceOf(TerminalEnd.Ended.class, talk.awaitEnd());
        talk.awaitNoMore();
    }

    @Test
    void aTerminalIsLostWithItsRuntimeAndNeedsTheProxysToken() throws Exception {
        var address = server(assigned());
        colab.expireProxyTokens(); // a new one is asked for
        var talk = new TerminalTalk(given(runtimes.terminal(address, TerminalSize.USUAL)));
        talk.type("echo be''gun");
        talk.await("begun");

        colab.takeBack();

        assertInstanceOf(TerminalEnd.Lost.class, talk.awaitEnd());
        talk.awaitNoMore();
        assertInstanceOf(
                ServerAnswer.Refused.class, runtimes.terminal(address, TerminalSize.USUAL));
    }

    @Test
    void aRuntimeThatAnotherProgramGotIsFoundByItsAddress() throws Exception {
        var address = server(assigned());
        runtimes =
                new ColabRuntimes(
                        colab.hosts(), new MadeUpTokens(1), () -> client, InstantSource.system());

        assertTrue(given(bridge.look(address)).kernelspecs().contains(PYTHON));
        assertEquals("t4-s-2", runtimes.endpoint(address).orElseThrow());
    }

    @Test
    void aRuntimeIsKeptAliveWhileAKernelIsConnectedAndNoLonger() throws Exception {
        var keepAlive = new ColabKeepAlive(runtimes, Duration.ofMillis(20), InstantSource.system());
        var kernel = connect(assigned());
        var over = keepAlive.follow(kernel).toCompletableFuture();

        colab.awaitSeen(KEEP_ALIVE, 3);
        kernel.close();
        over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        int told = Collections.frequency(colab.seen(), KEEP_ALIVE);

        try (var again = connect(given(runtimes.look()).runtimes().getFirst())) {
            assertEquals("3\n", Runs.of(again.client(), "print(1 + 2)"));
        }
        assertEquals(told, Collections.frequency(colab.seen(), KEEP_ALIVE));
    }

    /// After an hour without work nobody but a person holds a runtime: half an hour for each yes.
    @Test
    void aPersonIsAskedWhetherARuntimeIsStillWanted() throws Exception {
        var now = new AtomicReference<>(Instant.now());
        var asked = new LinkedBlockingQueue<Runnable>();
        var settled = new LinkedBlockingQueue<ServerAddress>();
        var keepAlive = new ColabKeepAlive(runtimes, Duration.ofMillis(20), now::get);
        keepAlive.setAsker(
                new ColabKeepAlive.Asker() {
                    @Override
                    public void ask(ServerAddress server, Runnable keep) {
                        asked.add(keep);
                    }

                    @Override
                    public void settled(ServerAddress server) {
                        settled.add(server);
                    }
                });
        var runtime = assigned();
        try (var kernel = connect(runtime)) {
            keepAlive.follow(kernel);
            colab.awaitSeen(KEEP_ALIVE, 1);

            now.updateAndGet(it -> it.plus(Duration.ofMinutes(61)));
            var keep = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(keep, "nobody was asked");
            int told = Collections.frequency(colab.seen(), KEEP_ALIVE);
            keep.run();
            colab.awaitSeen(KEEP_ALIVE, told + 3);
            assertEquals(0, asked.size(), "the question was asked twice");

            now.updateAndGet(it -> it.plus(Duration.ofMinutes(31)));
            assertNotNull(asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "asked but once");
            told = Collections.frequency(colab.seen(), KEEP_ALIVE);
            assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
            assertEquals(server(runtime), settled.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            colab.awaitSeen(KEEP_ALIVE, told + 1);
        }
    }

    @Test
    void aRuntimeThatColabTakesBackEndsItsKernel() throws Exception {
        var runtime = assigned();
        var kernel = connect(runtime);
        var keepAlive = new ColabKeepAlive(runtimes, Duration.ofMillis(20), InstantSource.system());
        keepAlive.follow(kernel);

        colab.takeBack();

        var exit = kernel.exit().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertFalse(exit.expected());
        kernel.client().awaitClosed();
        assertEquals(0, given(runtimes.look()).runtimes().size());
        var refused = assertInstanceOf(ServerAnswer.Refused.class, freshLook(runtime));
        assertEquals(new ServerProblem.Colab(new ColabProblem.Ended()), refused.problem());
    }

    /// As a program does that has just started, and remembers where its notebook ran.
    private ServerAnswer<?> freshLook(ColabRuntime runtime) throws InterruptedException {
        runtimes =
                new ColabRuntimes(
                        colab.hosts(), new MadeUpTokens(1), () -> client, InstantSource.system());
        return bridge.look(server(runtime));
    }

    @Test
    void aRuntimeThatIsGivenBackEndsItsKernelsFirst() throws Exception {
        var runtime = assigned();
        try (var kernel = connect(runtime)) {
            Runs.of(kernel.client(), "x = 1");

            given(runtimes.release(runtime));

            var seen = colab.seen();
            assertEquals("POST /tun/m/unassign/" + runtime.endpoint(), seen.getLast());
            var exit = kernel.exit().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertFalse(exit.expected(), "the notebook waits for a kernel that was given back");
        }
        var left = new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)));
        assertEquals(0, given(left.look(jupyter.address())).kernels().size());
    }

    private ColabRuntime assigned() throws InterruptedException {
        return given(runtimes.assign(UUID.randomUUID(), T4));
    }

    private static ServerAddress server(ColabRuntime runtime) {
        var server = runtime.server();
        if (server == null) {
            throw new AssertionError("no way to " + runtime);
        }
        return server;
    }

    private ServedKernel connect(ColabRuntime runtime) throws InterruptedException {
        var served = new JupyterServer(server(runtime), PYTHON, null);
        return connected(bridge.connect(served, NOTEBOOK, LaunchOptions.DEFAULT));
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var value) -> value;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ServedKernel connected(ServerBridge.Outcome outcome) {
        return assertInstanceOf(ServerBridge.Outcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }
}
