package org.cellist.kernel.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.TinyHttp.Asked;
import org.cellist.kernel.runtime.server.TinyHttp.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// To whom secrets go, and to whom not.
class ServerConnectionTest {

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int UNAUTHORIZED = 401;
    private static final ServerLogin TOKEN = new ServerLogin.Token("canary");

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<TinyHttp> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void theTokenTravelsInAHeaderAndNotInTheAddress() throws Exception {
        var server = server(_ -> fine());

        connection(server).get("api/kernels");

        assertEquals(List.of("GET /api/kernels token canary"), seen);
    }

    @Test
    void aRedirectWithinTheServerIsFollowedWithTheToken() throws Exception {
        var server = server(asked -> asked.target().equals("/a") ? to("/b") : fine());

        connection(server).get("a");

        assertEquals(List.of("GET /a token canary", "GET /b token canary"), seen);
    }

    @Test
    void nothingIsSentToAnotherPlaceThatTheServerPointsTo() throws Exception {
        var other = server(_ -> fine());
        var server = server(_ -> to(other.base() + "x"));

        var thrown =
                assertThrows(ServerException.class, () -> connection(server).get("api/kernels"));

        assertInstanceOf(ServerProblem.SentElsewhere.class, thrown.problem());
        assertEquals(List.of("GET /api/kernels token canary"), seen);
    }

    @Test
    void aRequestThatChangesSomethingIsNotSentTwice() throws Exception {
        var server = server(_ -> to("/b"));

        connection(server).post("a", null);

        assertEquals(List.of("POST /a token canary"), seen);
    }

    @Test
    void nothingLeavesThisMachineUnencryptedUnlessAgreedTo() {
        var address = new ServerAddress(URI.create("http://server.invalid/"));
        var connection = new ServerConnection(address, TOKEN, false, source());

        var thrown = assertThrows(ServerException.class, () -> connection.get("api/kernels"));

        assertEquals(new ServerProblem.NotEncrypted(), thrown.problem());
    }

    @Test
    void aClientThatFollowsRedirectsIsNotUsed() throws Exception {
        var server = server(_ -> fine());
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        var connection = new ServerConnection(server, TOKEN, false, () -> client);

        assertThrows(IllegalStateException.class, () -> connection.get("api/kernels"));
        assertEquals(List.of(), seen);
    }

    @Test
    void aPasswordIsGivenToTheLogInPageAloneAndItsCookieFromThenOn() throws Exception {
        var server = server(ServerConnectionTest::withPassword);
        var connection =
                new ServerConnection(
                        server, new ServerLogin.Password("open & shut"), false, source());

        connection.get("api/kernels");
        connection.get("api/kernels");

        assertEquals(
                List.of(
                        "GET /api/kernels",
                        "GET /login",
                        "POST /login password=open+%26+shut&_xsrf=x1",
                        "GET /api/kernels _xsrf=x1; who=me",
                        "GET /api/kernels _xsrf=x1; who=me"),
                seen.stream().map(line -> line.replace(" _xsrf=x1 ", " ")).toList());
    }

    /// Java's client throws such an answer away when it has somebody to ask for a password.
    @Test
    void anAnswerThatDoesNotSayWhatIsAskedForIsHeard() throws Exception {
        var server = server(_ -> new Said(UNAUTHORIZED, List.of()));
        var asking = HttpClient.newBuilder().authenticator(new Authenticator() {}).build();
        var connection = new ServerConnection(server, TOKEN, false, () -> asking);

        var thrown = assertThrows(ServerException.class, () -> connection.get("api/kernels"));

        assertEquals(new ServerProblem.LoginRefused(), thrown.problem());
        assertEquals(UNAUTHORIZED, connection.once("GET", "api/kernels", null).status());
    }

    private static Said withPassword(Asked asked) {
        if (asked.target().equals("/login")) {
            return asked.method().equals("GET")
                    ? new Said(OK, List.of("Set-Cookie: _xsrf=x1; Path=/"))
                    : new Said(FOUND, List.of("Set-Cookie: who=me; HttpOnly", "Location: /"));
        }
        return asked.header("Cookie").contains("who=me") ? fine() : to("/login");
    }

    private ServerAddress server(TinyHttp.Handler handler) throws IOException {
        var server =
                new TinyHttp(
                        asked -> {
                            note(asked);
                            return handler.answer(asked);
                        });
        servers.add(server);
        return server.address();
    }

    private void note(Asked asked) {
        var words =
                List.of(
                        asked.method(),
                        asked.target(),
                        asked.header("Authorization"),
                        asked.header("Cookie"),
                        asked.body());
        seen.add(String.join(" ", words.stream().filter(it -> !it.isEmpty()).toList()));
    }

    private static Said fine() {
        return new Said(OK, List.of());
    }

    private static Said to(String place) {
        return new Said(FOUND, List.of("Location: " + place));
    }

    private static ServerConnection connection(ServerAddress server) {
        return new ServerConnection(server, TOKEN, false, source());
    }

    private static HttpSource source() {
        var client = HttpClient.newHttpClient();
        return () -> client;
    }
}
