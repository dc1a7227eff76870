package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.ColabRequests;
import org.cellist.kernel.ServedKernel;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.server.ServerKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real kernel that asks for a person's Drive in the words of Colab's package.
class ColabRequestsIT {

    private static final String TOKEN = "0c0ffee0c0ffee";
    private static final Notebook NOTEBOOK = new Notebook("cellist/a-1234.ipynb", "a.ipynb");
    private static final ServerKernelspec PYTHON =
            new ServerKernelspec("python3", "Python 3 (ipykernel)", "python");
    private static final int PATIENCE_SECONDS = 60;

    /// The request goes out on iopub with a parent that has a session alone; the stdin channel is
    /// read until the answer with the same number is there, and everything else is thrown away.
    private static final String ASK =
            """
            import time
            def request_auth(kind, number, patience=60):
                kernel = get_ipython().kernel
                parent = kernel.get_parent()['header']
                kernel.session.send(
                    kernel.iopub_socket, 'colab_request',
                    content={'request': {'authType': kind}},
                    parent={'header': {'session': parent['session']}},
                    metadata={'colab_request_type': 'request_auth', 'colab_msg_id': number})
                end = time.monotonic() + patience
                while time.monotonic() < end:
                    _, reply = kernel.session.recv(kernel.stdin_socket)
                    if reply is None:
                        time.sleep(0.025)
                        continue
                    value = reply['content'].get('value')
                    if (isinstance(value, dict) and value.get('type') == 'colab_reply'
                            and value.get('colab_msg_id') == number):
                        return value.get('error', value.get('data'))
                return None
            """;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch withdrawn = new CountDownLatch(1);
    private volatile Answer answer = Answer.YES;
    private RealServer jupyter;
    private FakeColab colab;
    private ColabRuntimes runtimes;
    private ServerBridge bridge;

    private enum Answer {
        YES,
        NO,
        NONE
    }

    private final class Person implements ColabRequests.Asker {

        @Override
        public boolean mayGrant(ServerAddress server, ColabAccess access)
                throws InterruptedException {
            asked.add("may " + access);
            if (answer == Answer.NONE) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    withdrawn.countDown();
                    throw e;
                }
            }
            return answer == Answer.YES;
        }

        @Override
        public boolean hasAgreed(ServerAddress server, ColabAccess access, URI page) {
            asked.add("page " + page);
            colab.hasAgreed = true;
            return true;
        }
    }

    @BeforeEach
    void start() throws Exception {
        jupyter = RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN);
        colab = new FakeColab(jupyter.address(), TOKEN);
        colab.accept("access-1");
        var tokens = new MadeUpTokens(1);
        runtimes = new ColabRuntimes(colab.hosts(), tokens, () -> client, InstantSource.system());
        bridge =
                new ServerBridge(
                        () -> client,
                        new ServerKeys() {
                            @Override
                            public ServerLogin login(ServerAddress server) {
                                return runtimes.login(server);
                            }

                            @Override
                            public boolean mayGoPlain(ServerAddress server) {
                                return false;
                            }
                        });
        var requests = new ColabRequests(runtimes);
        requests.setAsker(new Person());
        bridge.follow(requests::follow);
    }

    @AfterEach
    void stop() throws IOException {
        colab.close();
        jupyter.close();
    }

    @Test
    void aMachineGetsWhatThePersonHasAgreedToHereAndInTheBrowser() throws Exception {
        try (var kernel = kernel()) {
            assertEquals("{}\n", run(kernel, "print(request_auth('dfs_ephemeral', 1))"));
            assertEquals(List.of("may DRIVE", "page " + colab.agreementPage), List.copyOf(asked));
            assertEquals("{}\n", run(kernel, "print(request_auth('auth_user_ephemeral', 2))"));

            assertEquals(
                    List.of("dfs_ephemeral to m-s-2", "auth_user_ephemeral to m-s-2"),
                    colab.granted());
            assertFalse(jupyter.log().contains("access-1"), "the account's token got there");
        }
    }

    @Test
    void nothingIsAskedOfColabWithoutAPersonsWord() throws Exception {
        answer = Answer.NO;
        try (var kernel = kernel()) {
            assertEquals("not granted\n", run(kernel, "print(request_auth('dfs_ephemeral', 1))"));
        }

        assertFalse(
                colab.seen().stream().anyMatch(it -> it.contains("credentials-propagation")),
                "Colab was asked");
        assertEquals(List.of(), colab.granted());
    }

    @Test
    void aPageThatIsNotEncryptedIsNotOpened() throws Exception {
        colab.agreementPage = "http://accounts.google.example/agree";
        try (var kernel = kernel()) {
            assertEquals(
                    "Colab does not answer as it should\n",
                    run(kernel, "print(request_auth('dfs_ephemeral', 1))"));
        }
        assertEquals(List.of("may DRIVE"), List.copyOf(asked));
        assertEquals(List.of(), colab.granted());
    }

    @Test
    void aQuestionIsWithdrawnWhenTheKernelWaitsNoMore() throws Exception {
        answer = Answer.NONE;
        try (var kernel = kernel()) {
            assertEquals(
                    "None\n", run(kernel, "print(request_auth('dfs_ephemeral', 1, patience=1))"));

            assertTrue(withdrawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        assertEquals(List.of(), colab.granted());
    }

    private static String run(ServedKernel kernel, String code) throws Exception {
        return Runs.of(kernel.client(), ASK + code);
    }

    private ServedKernel kernel() throws InterruptedException {
        var assigned =
                assertInstanceOf(
                        ServerAnswer.Given.class,
                        runtimes.assign(UUID.randomUUID(), ColabMachine.CPU));
        var server = ((ColabRuntime) assigned.value()).server();
        if (server == null) {
            throw new AssertionError("no way there");
        }
        var served = new JupyterServer(server, PYTHON, null);
        return assertInstanceOf(
                        ServerBridge.Outcome.Connected.class,
                        bridge.connect(served, NOTEBOOK, LaunchOptions.DEFAULT))
                .kernel();
    }
}
