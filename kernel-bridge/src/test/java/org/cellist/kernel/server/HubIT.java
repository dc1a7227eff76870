package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that a real JupyterHub starts and stops.
class HubIT {

    private static final Pattern NEW_TOKEN = Pattern.compile("\"token\": ?\"([0-9a-f]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerBridge bridge =
            new ServerBridge(() -> client, new Keys(new ServerLogin.Token(RealHub.ADA)));
    private final List<HubProgress> told = Collections.synchronizedList(new ArrayList<>());

    @TempDir Path folder;

    @Test
    void aPersonsServerIsStartedUsedStoppedAndStartedAgain() throws Exception {
        assumeTrue(RealHub.isInstalled(), "no jupyterhub; sh .build/setup-kernels.sh installs it");
        try (var hub = RealHub.start(folder)) {
            var server = new HubPlace(hub.address(), "ada", "").server();
            whatIsNotAllowedIsSaid(hub, server);

            var reached = given(tryOut(hub.address(), RealHub.ADA));
            assertEquals(server, reached.address());
            assertTrue(told.size() > 1, told::toString);
            assertEquals(100, told.getLast().percent());
            run(server, reached);

            told.clear();
            assertEquals(server, given(tryOut(server, RealHub.ADA)).address());
            assertEquals(List.of(), told, "it runs already");

            given(bridge.stop(server));
            assertEquals(refused(new ServerProblem.NotRunning()), bridge.look(server));
            assertEquals(server, given(bridge.start(server, told::add)));
            assertInstanceOf(ServerAnswer.Given.class, bridge.look(server));

            assertFalse(hub.log().contains(RealHub.ADA), "a token is in the hub's log");
        }
    }

    private void whatIsNotAllowedIsSaid(RealHub hub, ServerAddress server) throws Exception {
        var page = hub.address().at("hub/token").toString();
        assertEquals(refused(new ServerProblem.HubToken(page)), tryOut(hub.address(), "wrong"));
        assertEquals(refused(new ServerProblem.HubToken(page)), tryOut(server, "wrong"));
        var failed = problem(tryOut(hub.address(), RealHub.BOB));
        assertInstanceOf(ServerProblem.NotStarted.class, failed);
        var narrow = problem(tryOut(hub.address(), narrowToken(hub)));
        assertTrue(narrow instanceof ServerProblem.NotAllowed, narrow::toString);
        told.clear();
    }

    /// Returns a token of ada's that may read, and start nothing.
    private String narrowToken(RealHub hub) throws IOException, InterruptedException {
        var scopes = "{\"scopes\": [\"read:users!user=ada\", \"read:servers!user=ada\"]}";
        var request =
                HttpRequest.newBuilder(hub.address().at("hub/api/users/ada/tokens"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "token " + RealHub.ADA)
                        .POST(BodyPublishers.ofString(scopes))
                        .build();
        var answer = client.send(request, BodyHandlers.ofString()).body();
        var token = NEW_TOKEN.matcher(answer);
        assertTrue(token.find(), answer);
        return token.group(1);
    }

    private void run(ServerAddress server, ReachedServer reached) throws Exception {
        var spec = reached.listing().kernelspecs().getFirst();
        var outcome =
                bridge.connect(
                        new JupyterServer(server, spec, null),
                        new Notebook("cellist/a-1234.ipynb", "a.ipynb"),
                        LaunchOptions.DEFAULT);
        var connected =
                assertInstanceOf(ServerBridge.Outcome.Connected.class, outcome, outcome::toString);
        try (var kernel = connected.kernel()) {
            assertEquals("3\n", Runs.of(kernel.client(), "print(1 + 2)"));
        }
    }

    private ServerAnswer<ReachedServer> tryOut(ServerAddress server, String token)
            throws InterruptedException {
        var access = new ServerAccess(new ServerLogin.Token(token), false);
        return bridge.tryOut(server, access, told::add);
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var value) -> value;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ServerProblem problem(ServerAnswer<?> answer) {
        return assertInstanceOf(ServerAnswer.Refused.class, answer).problem();
    }

    private static ServerAnswer<?> refused(ServerProblem problem) {
        return new ServerAnswer.Refused<>(problem);
    }
}
