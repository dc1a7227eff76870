package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.ServedKernel;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kernels on real Jupyter servers, old and new.
class ServerBridgeIT {

    private static final String TOKEN = "0c0ffee0c0ffee";
    private static final Notebook NOTEBOOK = new Notebook("cellist/a-1234.ipynb", "a.ipynb");
    private static final ServerKernelspec PYTHON =
            new ServerKernelspec("python3", "Python 3 (ipykernel)", "python");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aServerWithATokenListsWhatItHasAndRunsCode(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            var runtime = new JupyterServer(server.address(), PYTHON, null);

            var before = listing(bridge, server);
            assertTrue(before.kernelspecs().contains(PYTHON), before::toString);
            try (var kernel = connect(bridge, runtime)) {
                assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
                var running = listing(bridge, server).kernels();
                assertEquals(1, running.size());
                assertEquals("a.ipynb", running.getFirst().notebook());
                assertEquals(NOTEBOOK.path(), running.getFirst().path());
            }

            assertFalse(server.log().contains(TOKEN), server::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNotebookThatComesBackFindsItsKernelWithItsVariables(RealServer.Kind kind)
            throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            var runtime = new JupyterServer(server.address(), PYTHON, null);

            try (var kernel = connect(bridge, runtime)) {
                Runs.of(kernel.client(), "x = 5");
            }
            try (var kernel = connect(bridge, runtime)) {
                assertEquals("5\n", Runs.of(kernel.client(), "print(x)"));
                bridge.end(server.address(), listing(bridge, server).kernels().getFirst().id());
            }

            assertEquals(0, listing(bridge, server).kernels().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelThatNobodyIsConnectedToIsStartedAgain(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            var runtime = new JupyterServer(server.address(), PYTHON, null);
            try (var kernel = connect(bridge, runtime)) {
                Runs.of(kernel.client(), "x = 5");
            }
            var running = given(bridge.kernels(server.address()));
            assertEquals(1, running.size());

            bridge.startAgain(server.address(), running.getFirst().id());

            try (var kernel = connect(bridge, runtime)) {
                assertEquals("False\n", Runs.of(kernel.client(), "print('x' in globals())"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksForNoLoginRunsKernels(RealServer.Kind kind) throws Exception {
        try (var server =
                RealServer.start(kind, folder, "--ServerApp.token=", "--ServerApp.password=")) {
            var bridge = bridge(new Keys(new ServerLogin.None()));
            try (var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelIsInterruptedAndRestarted(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null));

            var run =
                    Runs.begin(
                            kernel.client(),
                            "x = 1\nprint('now', flush=True)\nimport time\ntime.sleep(600)");
            run.awaitText("now");
            kernel.interrupt();
            assertEquals("KeyboardInterrupt", run.awaitError());
            kernel.close();
            var outcome = bridge.restart(kernel, LaunchOptions.DEFAULT);
            try (var fresh = connected(outcome)) {
                assertEquals("False\n", Runs.of(fresh.client(), "print('x' in globals())"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelWhoseProcessDiesIsGone(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            try (var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                Runs.begin(kernel.client(), "import os\nos._exit(3)");

                var exit = kernel.exit().toCompletableFuture().get(60, TimeUnit.SECONDS);

                assertFalse(exit.expected());
                kernel.client().awaitClosed();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordLogsIn(RealServer.Kind kind) throws Exception {
        var hash = Passwords.hashOf(kind, "open sesame & co");
        try (var server =
                RealServer.start(
                        kind,
                        folder,
                        "--ServerApp.token=",
                        "--ServerApp.password=" + hash,
                        "--PasswordIdentityProvider.hashed_password=" + hash,
                        "--IdentityProvider.token=")) {
            var keys = new Keys(new ServerLogin.None());
            var bridge = bridge(keys);

            assertEquals(
                    new ServerAnswer.Refused<>(new ServerProblem.LoginNeeded(true)),
                    bridge.look(server.address()));
            keys.set(new ServerLogin.Password("wrong"));
            assertEquals(
                    new ServerAnswer.Refused<>(new ServerProblem.LoginRefused()),
                    bridge.look(server.address()));
            keys.set(new ServerLogin.Password("open sesame & co"));
            try (var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
            }
        }
    }

    /// A server that agrees to no sub-protocol speaks JSON.
    @Test
    void theJsonSubProtocolIsSpokenToo() throws Exception {
        try (var server =
                RealServer.start(
                        RealServer.Kind.NEWEST,
                        folder,
                        "--ServerApp.token=" + TOKEN,
                        "--ZMQChannelsWebsocketConnection.kernel_ws_protocol=",
                        "--ZMQChannelsWebsocketConnection.iopub_data_rate_limit=1e9")) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            try (var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
                assertEquals(
                        9_000_001, Runs.of(kernel.client(), "print('x' * 9_000_000)").length());
            }
        }
    }

    @Test
    void aKernelThatRunsAlreadyIsJoinedAndLeftAlone() throws Exception {
        try (var server =
                RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            try (var first = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                Runs.of(first.client(), "x = 7");
                var id = listing(bridge, server).kernels().getFirst().id();
                try (var second =
                        connect(bridge, new JupyterServer(server.address(), PYTHON, id))) {
                    assertEquals("7\n", Runs.of(second.client(), "print(x)"));
                    assertFalse(second.isBusy());
                }
                var run =
                        Runs.begin(
                                first.client(),
                                "print('now', flush=True)\nimport time\ntime.sleep(600)");
                run.awaitText("now");
                try (var third = connect(bridge, new JupyterServer(server.address(), PYTHON, id))) {
                    assertTrue(third.isBusy());
                    third.interrupt();
                    assertEquals("KeyboardInterrupt", run.awaitError());
                    assertEquals("7\n", Runs.of(third.client(), "print(x)"));
                    assertFalse(third.isBusy());
                }

                assertEquals("7\n", Runs.of(first.client(), "print(x)"));
            }
        }
    }

    @Test
    void aGatewayThatListsNoKernelsRunsThem() throws Exception {
        try (var server = RealServer.gateway(folder, TOKEN)) {
            var bridge = bridge(new Keys(new ServerLogin.Token(TOKEN)));
            assertTrue(listing(bridge, server).kernelspecs().contains(PYTHON));
            var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null));
            assertEquals("3\n", Runs.of(kernel.client(), "x = 3\nprint(x)"));
            var run =
                    Runs.begin(
                            kernel.client(),
                            "print('now', flush=True)\nimport time\ntime.sleep(600)");
            run.awaitText("now");
            kernel.interrupt();
            assertEquals("KeyboardInterrupt", run.awaitError());
            kernel.close();

            try (var fresh = connected(bridge.restart(kernel, LaunchOptions.DEFAULT))) {
                assertEquals("False\n", Runs.of(fresh.client(), "print('x' in globals())"));
            }
            assertEquals(
                    new ServerAnswer.Refused<>(new ServerProblem.LoginRefused()),
                    bridge(new Keys(new ServerLogin.Token("wrong"))).look(server.address()));
        }
    }

    @Test
    void aCertificateIsNeededThatThisMachineTrusts() throws Exception {
        var certificate = Certificates.forLoopback(folder);
        try (var server =
                RealServer.start(
                        RealServer.Kind.NEWEST,
                        folder,
                        "--ServerApp.token=" + TOKEN,
                        "--ServerApp.certfile=" + certificate.file(),
                        "--ServerApp.keyfile=" + certificate.key())) {
            var keys = new Keys(new ServerLogin.Token(TOKEN));

            var refused = bridge(keys).look(server.address());
            assertInstanceOf(
                    ServerProblem.NotTrusted.class,
                    assertInstanceOf(ServerAnswer.Refused.class, refused).problem());
            var client = HttpClient.newBuilder().sslContext(certificate.trusted()).build();
            var bridge = new ServerBridge(() -> client, keys);
            try (var kernel = connect(bridge, new JupyterServer(server.address(), PYTHON, null))) {
                assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
            }
        }
    }

    private static ServerBridge bridge(Keys keys) {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        return new ServerBridge(() -> client, keys);
    }

    private static ServerListing listing(ServerBridge bridge, RealServer server)
            throws InterruptedException {
        return switch (bridge.look(server.address())) {
            case ServerAnswer.Given(var listing) -> listing;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ServedKernel connect(ServerBridge bridge, JupyterServer runtime)
            throws InterruptedException {
        return connected(bridge.connect(runtime, NOTEBOOK, LaunchOptions.DEFAULT));
    }

    private static ServedKernel connected(ServerBridge.Outcome outcome) {
        return assertInstanceOf(ServerBridge.Outcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var value) -> value;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
