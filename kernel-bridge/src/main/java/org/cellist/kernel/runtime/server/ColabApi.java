package org.cellist.kernel.runtime.server;

import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabGrant;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.ColabReader.Assigned;
import org.jspecify.annotations.Nullable;

/// Colab's interface for clients outside the browser, first generation: assign, list, release, keep
/// alive, proxy tokens, accounts. See docs/protocol/colab.md.
///
/// What changes something is asked for first (`GET`), and is done with the token that the answer
/// holds (`POST`). An account's token that is turned away is renewed once.
///
/// Thread-safe. Its methods block.
final class ColabApi {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNAVAILABLE = 503;

    /// Keeps an answer from being run as a script; a line of its own.
    private static final String NO_SCRIPT = ")]}'";

    private static final String POST_TOKEN = "X-Goog-Colab-Token";
    private static final Map<String, String> TUNNEL = Map.of("X-Colab-Tunnel", "Google");
    private static final int NOTEBOOK_LENGTH = 44;
    private static final String SESSIONS = "tun/m/";

    private final ServerConnection sessions;
    private final ServerConnection api;

    /// @param sessions to the host that gives runtimes
    /// @param api to the host that tells of accounts
    ColabApi(ServerConnection sessions, ServerConnection api) {
        this.sessions = sessions;
        this.api = api;
    }

    /// Returns a new runtime, or the one that was given for the same name before.
    ///
    /// @param notebook a name for what runs there
    Assigned assign(UUID notebook, ColabMachine wish) throws ServerException, InterruptedException {
        var path = SESSIONS + "assign?" + query(notebook, wish);
        var offered = object(assigned(ask(sessions, "GET", path, Map.of()), wish));
        if (offered.string("endpoint") != null) {
            return runtime(offered);
        }
        if (isWanted(offered.get("p"))) {
            throw problem(new ColabProblem.CaptchaWanted());
        }
        var answer = ask(sessions, "POST", path, Map.of(POST_TOKEN, token(offered, "assign")));
        var given = object(assigned(answer, wish));
        return switch (ColabReader.text(given.get("outcome"))) {
            case "1", "QUOTA_DENIED_REQUESTED_VARIANTS" ->
                    throw problem(new ColabProblem.QuotaDenied());
            case "2", "QUOTA_EXCEEDED_USAGE_TIME" -> throw problem(new ColabProblem.TimeExceeded());
            case "5", "DENYLISTED" -> throw problem(new ColabProblem.Denylisted());
            default -> runtime(given);
        };
    }

    private static String query(UUID notebook, ColabMachine wish) {
        var name = new StringBuilder(notebook.toString().replace('-', '_'));
        while (name.length() < NOTEBOOK_LENGTH) {
            name.append('.');
        }
        var query = new StringBuilder("authuser=0&nbh=").append(name);
        if (wish.kind() != Kind.CPU) {
            query.append("&variant=").append(wish.kind());
            query.append("&accelerator=").append(encoded(wish.model()));
        }
        return query.append(wish.isLarge() && wish.hasSizes() ? "&shape=hm" : "").toString();
    }

    private static Answer assigned(Answer answer, ColabMachine wish) throws ServerException {
        return switch (answer.status()) {
            case PRECONDITION_FAILED -> throw problem(new ColabProblem.TooMany());
            case UNAVAILABLE -> throw problem(new ColabProblem.Unavailable(wish.model()));
            default -> answer;
        };
    }

    private static Assigned runtime(JsonObject answer) throws ServerException {
        return ColabReader.runtime(answer)
                .filter(it -> it.pass() != null)
                .orElseThrow(() -> problem(new ColabProblem.Strange("assign")));
    }

    private static boolean isWanted(@Nullable JsonValue flag) {
        return flag instanceof JsonBoolean(boolean is) ? is : ColabReader.text(flag).equals("1");
    }

    private static String token(JsonObject answer, String what) throws ServerException {
        var token = answer.string("token");
        if (token == null || !token.matches("[\\x21-\\x7e]{1,8192}")) {
            throw problem(new ColabProblem.Strange(what));
        }
        return token;
    }

    /// Returns the runtimes of the account.
    List<Assigned> assignments() throws ServerException, InterruptedException {
        var answer = ask(sessions, "GET", SESSIONS + "assignments?authuser=0", Map.of());
        return new ArrayList<>(ColabReader.runtimes(object(answer)));
    }

    /// Gives a runtime back; one that is gone already is given back.
    void release(String endpoint) throws ServerException, InterruptedException {
        var path = SESSIONS + "unassign/" + encoded(endpoint) + "?authuser=0";
        var offered = ask(sessions, "GET", path, Map.of());
        if (offered.status() == NOT_FOUND) {
            return;
        }
        var token = token(object(offered), "unassign");
        var done = ask(sessions, "POST", path, Map.of(POST_TOKEN, token));
        if (done.status() != NOT_FOUND) {
            fine(done);
        }
    }

    /// Tells Colab that somebody still uses a runtime; returns whether it is there. No answer in
    /// time counts as one: the way is a tunnel that may be left open.
    boolean keepAlive(String endpoint) throws ServerException, InterruptedException {
        try {
            var path = SESSIONS + encoded(endpoint) + "/keep-alive/?authuser=0";
            var answer = ask(sessions, "GET", path, TUNNEL);
            if (answer.status() == NOT_FOUND) {
                return false;
            }
            fine(answer);
            return true;
        } catch (ServerException e) {
            if (e.getCause() instanceof HttpTimeoutException
                    && !(e.getCause() instanceof HttpConnectTimeoutException)) {
                return true;
            }
            throw e;
        }
    }

    /// Gives a runtime access to the account, or asks whether that would be possible.
    ///
    /// @param isTrial whether nothing is to be given yet
    ColabGrant propagate(String endpoint, ColabAccess access, boolean isTrial)
            throws ServerException, InterruptedException {
        var path =
                SESSIONS
                        + "credentials-propagation/"
                        + encoded(endpoint)
                        + "?authuser=0&authtype="
                        + access.wireName()
                        + "&version=2&dryrun="
                        + isTrial
                        + "&propagate=true&record=false";
        var what = "credentials-propagation";
        var token = token(object(ask(sessions, "GET", path, Map.of())), what);
        var answer = object(ask(sessions, "POST", path, Map.of(POST_TOKEN, token)));
        return ColabReader.grant(answer).orElseThrow(() -> problem(new ColabProblem.Strange(what)));
    }

    /// Returns what is said of the account.
    ColabAccount account() throws ServerException, InterruptedException {
        var path = "v1/user-info?get_ccu_consumption_info=true";
        return ColabReader.account(object(ask(api, "GET", path, Map.of())));
    }

    /// Returns a fresh token for the proxy of a runtime.
    ProxyPass proxyToken(String endpoint) throws ServerException, InterruptedException {
        var path = "v1/runtime-proxy-token?endpoint=" + encoded(endpoint) + "&port=8080";
        return ColabReader.pass(object(ask(api, "GET", path, Map.of())))
                .orElseThrow(() -> problem(new ColabProblem.Strange("runtime-proxy-token")));
    }

    /// Returns how full a runtime is.
    ///
    /// @param runtime to its own server
    static ColabResources resources(ServerConnection runtime)
            throws ServerException, InterruptedException {
        var answer = runtime.get("api/colab/resources");
        if (answer.status() == NOT_FOUND) {
            throw problem(new ColabProblem.Strange("resources"));
        }
        return ColabReader.resources(object(answer));
    }

    private static Answer ask(
            ServerConnection host, String method, String path, Map<String, String> more)
            throws ServerException, InterruptedException {
        try {
            var first = host.once(method, path, more, null);
            if (first.status() != UNAUTHORIZED) {
                return first;
            }
            var second = host.refresh() ? host.once(method, path, more, null) : first;
            if (second.status() == UNAUTHORIZED) {
                throw problem(new ColabProblem.SignInNeeded(message(second)));
            }
            return second;
        } catch (ServerException e) {
            if (e.problem() instanceof ServerProblem.SentElsewhere) { // to the page that logs in
                throw problem(new ColabProblem.SignInNeeded(""));
            }
            throw e;
        }
    }

    private static Answer fine(Answer answer) throws ServerException {
        if (answer.status() == FORBIDDEN) {
            throw problem(new ColabProblem.NotEntitled(message(answer)));
        }
        if (!answer.isFine()) {
            throw new ServerException(new ServerProblem.Failed(answer.status(), message(answer)));
        }
        return answer;
    }

    private static JsonObject object(Answer answer) throws ServerException {
        try {
            return parsed(fine(answer));
        } catch (JsonSyntaxException e) {
            throw new ServerException(new ServerProblem.Colab(new ColabProblem.Strange("JSON")), e);
        }
    }

    private static JsonObject parsed(Answer answer) throws JsonSyntaxException {
        var body = answer.body();
        var bare = body.startsWith(NO_SCRIPT) ? body.substring(NO_SCRIPT.length()) : body;
        return RawJson.parse(bare.getBytes(StandardCharsets.UTF_8)).object();
    }

    /// Returns what an error says, as Google's services write it; empty for what is not so.
    private static String message(Answer answer) {
        try {
            var said = parsed(answer).object("error").string("message");
            return said == null ? "" : said;
        } catch (JsonSyntaxException _) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ServerException problem(ColabProblem problem) {
        return new ServerException(new ServerProblem.Colab(problem));
    }
}
