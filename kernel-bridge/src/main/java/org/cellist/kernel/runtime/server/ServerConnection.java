package org.cellist.kernel.runtime.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Requests to one Jupyter server, each with the proof of who asks.
///
/// A secret travels in a header, never in an address, and only to the server's own scheme,
/// host and port. Redirects within these are followed for questions; any other ends the
/// request. Without encryption nothing is sent off this machine, unless a person agreed to it.
///
/// A password is typed into the log-in page when the server first asks; what it gives for that
/// is shown from then on, and asked for anew once when the server no longer takes it.
///
/// Thread-safe. Its methods block.
final class ServerConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;

    /// Longer than any list of kernels.
    private static final long MOST_BYTES = 16L << 20;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int OK = 200;

    /// What a JupyterHub answers in the place of a server that does not run; hubs before the third
    /// say the latter.
    private static final Set<Integer> STOPPED = Set.of(424, 503);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String LOGIN_PAGE = "login";
    private static final String ANY_PAGE = "tree"; // there or not, the server shows one

    private static final Taking<String> TEXT = new Taking<>(_ -> limited(), "");
    private static final Taking<InputStream> STREAM =
            new Taking<>(BodyStream::of, InputStream.nullInputStream());

    private final ServerAddress address;
    private final ServerLogin login;
    private final boolean mayGoPlain;
    private final HttpSource source;
    private final Cookies cookies = new Cookies();

    /// @param mayGoPlain whether a person agreed to what others could read
    ServerConnection(
            ServerAddress address, ServerLogin login, boolean mayGoPlain, HttpSource source) {
        this.address = address;
        this.login = login;
        this.mayGoPlain = mayGoPlain;
        this.source = source;
    }

    ServerAddress address() {
        return address;
    }

    /// Asks, and follows the server's own redirects.
    Answer get(String path) throws ServerException, InterruptedException {
        return send("GET", path, null);
    }

    /// Asks for what takes the server a while to put together.
    Answer get(String path, Duration patience) throws ServerException, InterruptedException {
        return send(new Question("GET", path, Map.of(), null, patience));
    }

    Answer post(String path, @Nullable JsonValue body)
            throws ServerException, InterruptedException {
        return send("POST", path, body);
    }

    Answer patch(String path, JsonValue body) throws ServerException, InterruptedException {
        return send("PATCH", path, body);
    }

    Answer delete(String path) throws ServerException, InterruptedException {
        return send("DELETE", path, null);
    }

    /// Gives something large, which takes its time on the way.
    Answer put(String path, JsonValue body, Duration patience)
            throws ServerException, InterruptedException {
        return send(new Question("PUT", path, Map.of(), body, patience));
    }

    /// Asks for something large, which is read as it comes. To be closed; of an answer that is
    /// none nothing is kept but the status.
    ///
    /// @param more headers that this request alone has
    HttpResponse<InputStream> open(String path, Map<String, String> more)
            throws ServerException, InterruptedException {
        return admitted(new Question("GET", path, more, null, PATIENCE), STREAM);
    }

    /// @param more headers that this request alone has
    /// @param patience until the answer begins
    private record Question(
            String method,
            String path,
            Map<String, String> more,
            @Nullable JsonValue body,
            Duration patience) {}

    /// What becomes of the body of an answer.
    ///
    /// @param nothing stands for one that never came
    private record Taking<T>(BodyHandler<T> body, T nothing) {}

    private Answer send(String method, String path, @Nullable JsonValue body)
            throws ServerException, InterruptedException {
        return send(new Question(method, path, Map.of(), body, PATIENCE));
    }

    private Answer send(Question question) throws ServerException, InterruptedException {
        var response = admitted(question, TEXT);
        return new Answer(response.statusCode(), response.body());
    }

    private <T> HttpResponse<T> admitted(Question question, Taking<T> taking)
            throws ServerException, InterruptedException {
        var first = sendOnce(question, taking);
        if (!isTurnedAway(first)) {
            return running(first);
        }
        logInAnew();
        var second = sendOnce(question, taking);
        if (isTurnedAway(second)) {
            throw new ServerException(
                    login instanceof ServerLogin.None
                            ? new ServerProblem.LoginNeeded(false)
                            : new ServerProblem.LoginRefused());
        }
        return running(second);
    }

    /// Asks once, whatever the server thinks of the one who asks.
    Answer once(String method, String path, @Nullable JsonValue body)
            throws ServerException, InterruptedException {
        return once(method, path, Map.of(), body);
    }

    /// Asks once, whatever the server thinks of the one who asks.
    ///
    /// @param more headers that this request alone has
    Answer once(String method, String path, Map<String, String> more, @Nullable JsonValue body)
            throws ServerException, InterruptedException {
        var response = sendOnce(new Question(method, path, more, body, PATIENCE), TEXT);
        return new Answer(response.statusCode(), response.body());
    }

    private <T> HttpResponse<T> running(HttpResponse<T> response) throws ServerException {
        if (STOPPED.contains(response.statusCode()) && HubPlace.of(address).isPresent()) {
            throw new ServerException(new ServerProblem.NotRunning());
        }
        return response;
    }

    /// Asks for lines, which come for as long as the server likes; none, if it has none. To be
    /// closed.
    Stream<String> lines(String path) throws ServerException, InterruptedException {
        var asked = request(address.at(path)).GET().build();
        var response = exchange(asked, new Taking<>(_ -> limitedLines(), Stream.<String>empty()));
        if (response.statusCode() == OK) {
            return response.body();
        }
        response.body().close();
        return Stream.empty();
    }

    private <T> HttpResponse<T> sendOnce(Question question, Taking<T> taking)
            throws ServerException, InterruptedException {
        var target = address.at(question.path());
        var body = question.body();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var publisher =
                    body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(JsonText.compact(body));
            var request =
                    request(target)
                            .method(question.method(), publisher)
                            .timeout(question.patience());
            question.more().forEach(request::header);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            var response = exchange(request.build(), taking);
            var to = redirection(response);
            if (to == null || !question.method().equals("GET") || isLoginPage(to)) {
                return response;
            }
            target = to;
        }
        throw new ServerException(new ServerProblem.NotJupyter());
    }

    /// Returns the place within the server that it sends us to; null if it does not.
    private @Nullable URI redirection(HttpResponse<?> response) throws ServerException {
        var location = response.headers().firstValue("Location").orElse(null);
        if (location == null || !REDIRECTS.contains(response.statusCode())) {
            return null;
        }
        try {
            var to = response.uri().resolve(location);
            if (!address.isSameOrigin(to)) {
                var authority = to.getScheme() + "://" + to.getAuthority();
                throw new ServerException(new ServerProblem.SentElsewhere(authority));
            }
            return to;
        } catch (IllegalArgumentException _) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
    }

    private boolean isLoginPage(URI place) {
        return place.getPath().startsWith(address.base().getPath())
                && place.getPath().endsWith("/" + LOGIN_PAGE);
    }

    private boolean isTurnedAway(HttpResponse<?> response) throws ServerException {
        int status = response.statusCode();
        var to = redirection(response);
        return status == UNAUTHORIZED || status == FORBIDDEN || (to != null && isLoginPage(to));
    }

    /// Types the password in; for the other kinds there is nothing more to say.
    private synchronized void logInAnew() throws ServerException, InterruptedException {
        switch (login) {
            case ServerLogin.Password(var password) -> logIn(password);
            case ServerLogin.None _ -> fetchXsrf();
            case ServerLogin.Token _ -> throw new ServerException(new ServerProblem.LoginRefused());
            case ServerLogin.Headers(var given) -> given(given.renewed());
        }
    }

    private static Map<String, String> given(ServerAnswer<Map<String, String>> headers)
            throws ServerException {
        return switch (headers) {
            case ServerAnswer.Given(var now) -> now;
            case ServerAnswer.Refused(var problem) -> throw new ServerException(problem);
        };
    }

    /// A server that asks for no login wants its cookie against forged requests all the same, when
    /// something is to be changed; any page of its own sets it.
    private void fetchXsrf() throws ServerException, InterruptedException {
        boolean wasKnown = cookies.xsrf().isPresent();
        boolean takesPassword = takesPassword();
        if (!takesPassword && cookies.xsrf().isEmpty()) {
            exchange(request(address.at(ANY_PAGE)).GET().build());
        }
        if (wasKnown || takesPassword || cookies.xsrf().isEmpty()) {
            throw new ServerException(new ServerProblem.LoginNeeded(takesPassword));
        }
    }

    private boolean takesPassword() throws ServerException, InterruptedException {
        var page = exchange(request(address.at(LOGIN_PAGE)).GET().build());
        var text = page.body();
        return page.statusCode() / 100 == 2 && text.contains("name=\"password\"");
    }

    private void logIn(String password) throws ServerException, InterruptedException {
        cookies.forget();
        var page = address.at(LOGIN_PAGE);
        exchange(request(page).GET().build()); // for the cookie against forged requests
        var form = new LinkedHashMap<String, String>();
        form.put("password", password);
        cookies.xsrf().ifPresent(it -> form.put(Cookies.XSRF, it));
        var typed =
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
        var response = exchange(typed);
        redirection(response); // elsewhere would be a problem of its own
        if (!REDIRECTS.contains(response.statusCode())) {
            throw new ServerException(new ServerProblem.LoginRefused());
        }
        LOG.debug("Logged in to {}", address);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(URI target) throws ServerException, InterruptedException {
        if (!address.isSameOrigin(target)) {
            throw new IllegalArgumentException("a request of one server to another");
        }
        // A JupyterHub's proxy takes the offer of HTTP/2 for a WebSocket, and hangs up.
        var version = HttpClient.Version.HTTP_1_1;
        var request = HttpRequest.newBuilder(target).version(version).timeout(PATIENCE);
        headers().forEach(request::header);
        return request.header("Accept", "application/json, */*;q=0.1");
    }

    /// Returns the headers that prove who asks, for the server's own addresses alone.
    ///
    /// @throws ServerException if they would travel for all to read
    Map<String, String> headers() throws ServerException, InterruptedException {
        if (!address.isPrivate() && !mayGoPlain) {
            throw new ServerException(new ServerProblem.NotEncrypted());
        }
        var headers = new LinkedHashMap<String, String>();
        switch (login) {
            case ServerLogin.Token(var token) -> headers.put("Authorization", "token " + token);
            case ServerLogin.Headers(var given) -> headers.putAll(given(given.now()));
            case ServerLogin.None _, ServerLogin.Password _ -> {}
        }
        cookies.header().ifPresent(it -> headers.put("Cookie", it));
        cookies.xsrf().ifPresent(it -> headers.put("X-XSRFToken", it));
        return headers;
    }

    private HttpResponse<String> exchange(HttpRequest request)
            throws ServerException, InterruptedException {
        return exchange(request, TEXT);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, Taking<T> taking)
            throws ServerException, InterruptedException {
        try {
            LOG.debug("{} {}", request.method(), request.uri().getPath());
            var response = client().send(request, taking.body());
            cookies.take(response.headers());
            return response;
        } catch (SSLException e) {
            throw new ServerException(new ServerProblem.NotTrusted(ServerException.words(e)), e);
        } catch (IOException e) {
            if (BareDenial.is(e)) {
                return new BareDenial<>(request, taking.nothing());
            }
            throw new ServerException(new ServerProblem.Unreachable(ServerException.words(e)), e);
        }
    }

    private static BodySubscriber<String> limited() {
        return BodySubscribers.limiting(BodySubscribers.ofString(UTF_8), MOST_BYTES);
    }

    private static BodySubscriber<Stream<String>> limitedLines() {
        return BodySubscribers.limiting(BodySubscribers.ofLines(UTF_8), MOST_BYTES);
    }

    /// Returns the client, one that follows no redirect by itself.
    HttpClient client() throws IOException {
        var client = source.client();
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalStateException("a client that follows redirects takes secrets along");
        }
        return client;
    }

    /// Logs in again after the server has turned a connection away; returns whether that may
    /// help.
    boolean refresh() throws ServerException, InterruptedException {
        if (login instanceof ServerLogin.Password || login instanceof ServerLogin.Headers) {
            logInAnew();
            return true;
        }
        return false;
    }
}
