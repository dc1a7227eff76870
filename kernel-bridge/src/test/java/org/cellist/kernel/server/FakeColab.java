package org.cellist.kernel.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.server.ColabHosts;
import org.cellist.kernel.runtime.server.TinyHttp;
import org.cellist.kernel.runtime.server.TinyHttp.Asked;
import org.cellist.kernel.runtime.server.TinyHttp.Said;

/// What speaks Colab's interface of the first generation, as it is documented, and is no
/// kinder: each answer of the session host begins with what keeps it from being a script,
/// nothing is changed without a token of its own, accounts' tokens and proxies' run out when a
/// test says so.
///
/// The runtimes it gives are a real Jupyter server, behind a proxy of its own each.
///
/// Thread-safe.
public final class FakeColab implements AutoCloseable {

    private static final String NO_SCRIPT = ")]}'\n";
    private static final Set<String> ALWAYS_LARGE = Set.of("L4", "V28", "V5E1", "V6E1");
    private static final Map<String, String> KINDS = Map.of("GPU", "1", "TPU", "2");
    private static final int PATIENCE_SECONDS = 60;

    private final ServerAddress jupyter;
    private final String jupyterToken;
    private final TinyHttp sessions;
    private final TinyHttp api;
    private final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
    private final Map<String, String> challenges = new ConcurrentHashMap<>(); // path by token
    private final Map<String, Given> runtimes = new ConcurrentHashMap<>(); // by endpoint
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> projects = ConcurrentHashMap.newKeySet();

    /// What the next assignments come to, if it is no runtime.
    public volatile String outcome = "4";

    /// The status with which assignments are answered; 200 for what it says otherwise.
    public volatile int assignStatus = 200;

    /// Whether a captcha is wanted.
    public volatile boolean isCaptchaWanted;

    /// Whether the host that tells of accounts knows this client.
    public volatile boolean isApiOpen = true;

    /// Whether the person has agreed in the browser that machines get what they ask for.
    public volatile boolean hasAgreed;

    /// Where that is done.
    public volatile String agreementPage = "https://accounts.google.example/agree?a=b";

    private final List<String> granted = Collections.synchronizedList(new ArrayList<>());

    /// What it says of how long the proxies' tokens live, in seconds.
    public volatile int tokenSeconds = 3600;

    /// @param jupyter what runs on the runtimes
    /// @param jupyterToken which only the proxies know
    public FakeColab(ServerAddress jupyter, String jupyterToken) throws IOException {
        this.jupyter = jupyter;
        this.jupyterToken = jupyterToken;
        this.sessions = new TinyHttp(asked -> noted(asked, this::session));
        this.api = new TinyHttp(asked -> noted(asked, this::account));
    }

    private record Given(
            String notebook, String kind, String model, boolean isLarge, ColabProxy proxy) {}

    public ColabHosts hosts() {
        return new ColabHosts(sessions.address(), api.address());
    }

    /// Takes an account's token from now on.
    public void accept(String accessToken) {
        accessTokens.add(accessToken);
    }

    /// Takes it no longer.
    public void refuse(String accessToken) {
        accessTokens.remove(accessToken);
    }

    /// Lets no proxy take the tokens that it has given so far.
    public void expireProxyTokens() {
        runtimes.values().forEach(it -> it.proxy().expire());
    }

    /// Breaks the connections of the moment to all runtimes.
    public void breakConnections() {
        runtimes.values().forEach(it -> it.proxy().breakConnections());
    }

    /// Takes all runtimes back, as Colab does with those that nobody uses.
    public void takeBack() {
        runtimes.values().forEach(it -> it.proxy().vanish());
        runtimes.clear();
    }

    /// Returns what was asked, each as `GET path`, without the query.
    public List<String> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /// Waits until something was asked that often.
    public void awaitSeen(String what, int times) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (seen) {
            while (Collections.frequency(seen, what) < times) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(what + " was not asked: " + seen);
                }
                TimeUnit.NANOSECONDS.timedWait(seen, left);
            }
        }
    }

    private Said noted(Asked asked, TinyHttp.Handler handler) {
        synchronized (seen) {
            seen.add(asked.method() + " " + asked.target().split("\\?", 2)[0]);
            seen.notifyAll();
        }
        var token = asked.header("Authorization").replaceFirst("^Bearer ", "");
        if (!accessTokens.contains(token)) {
            return error(401, "Request had invalid authentication credentials.");
        }
        if (asked.header("X-Colab-Client-Agent").isEmpty()
                || !asked.header("Accept").startsWith("application/json")) {
            return error(400, "no client, or not JSON");
        }
        return handler.answer(asked);
    }

    /// Returns which projects were named, each as `host project`.
    public Set<String> projects() {
        return Set.copyOf(projects);
    }

    private void note(String host, Asked asked) {
        var project = asked.header("X-Goog-User-Project");
        if (!project.isEmpty()) {
            projects.add(host + " " + project);
        }
    }

    private Said session(Asked asked) {
        note("sessions", asked);
        var query = query(asked.target());
        if (!"0".equals(query.get("authuser"))) {
            return error(400, "no authuser");
        }
        var path = asked.target().split("\\?", 2)[0];
        if (path.equals("/tun/m/assignments")) {
            return fine(
                    JsonObject.EMPTY.with(
                            "assignments",
                            new JsonArray(
                                    runtimes.entrySet().stream()
                                            .<JsonValue>map(
                                                    it -> described(it.getKey(), it.getValue()))
                                            .toList())));
        }
        if (path.equals("/tun/m/assign")) {
            return assign(asked, query);
        }
        if (path.startsWith("/tun/m/unassign/")) {
            return unassign(asked, path.substring("/tun/m/unassign/".length()));
        }
        if (path.startsWith("/tun/m/credentials-propagation/")) {
            return propagate(asked, query, path.substring(path.lastIndexOf('/') + 1));
        }
        if (path.startsWith("/tun/m/") && path.endsWith("/keep-alive/")) {
            var endpoint = path.replace("/tun/m/", "").replace("/keep-alive/", "");
            if (!asked.header("X-Colab-Tunnel").equals("Google")) {
                return error(400, "no tunnel");
            }
            return runtimes.containsKey(endpoint) ? fine(JsonObject.EMPTY) : error(404, "gone");
        }
        return error(404, "no such path");
    }

    private Said assign(Asked asked, Map<String, String> query) {
        var notebook = query.getOrDefault("nbh", "");
        var kind = query.getOrDefault("variant", "");
        var model = query.getOrDefault("accelerator", "");
        boolean isLarge = "hm".equals(query.get("shape"));
        boolean isKnown = kind.isEmpty() ? model.isEmpty() : KINDS.containsKey(kind);
        if (!notebook.matches("[0-9a-f_]{36}\\.{8}")
                || !isKnown
                || (isLarge && ALWAYS_LARGE.contains(model))) {
            return error(400, "no such machine");
        }
        if (assignStatus != 200) {
            return error(assignStatus, "not now");
        }
        for (var each : runtimes.entrySet()) {
            if (each.getValue().notebook().equals(notebook)) {
                return fine(described(each.getKey(), each.getValue()));
            }
        }
        if (asked.method().equals("GET")) {
            return fine(
                    offered(asked)
                            .with("acc", new JsonString(model.isEmpty() ? "NONE" : model))
                            .with("nbh", new JsonString(notebook))
                            .with("p", new JsonBoolean(isCaptchaWanted))
                            .with("variant", new JsonString(kind.isEmpty() ? "DEFAULT" : kind)));
        }
        if (isCaptchaWanted || !isMeant(asked)) {
            return error(403, "no token");
        }
        if (!outcome.equals("4")) {
            return fine(JsonObject.EMPTY.with("outcome", new JsonNumber(outcome)));
        }
        var runtime = new Given(notebook, kind, model, isLarge, proxy());
        var endpoint = (model.isEmpty() ? "m" : model.toLowerCase(Locale.ROOT)) + "-s-" + next();
        runtimes.put(endpoint, runtime);
        return fine(
                described(endpoint, runtime)
                        .with("fit", new JsonNumber("5400"))
                        .with("outcome", new JsonNumber("4"))
                        .with("sub", new JsonNumber("1"))
                        .with("subTier", new JsonNumber("1"))
                        .with("allowedCredentials", new JsonArray(List.of())));
    }

    private ColabProxy proxy() {
        try {
            return new ColabProxy(jupyter, jupyterToken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject described(String endpoint, Given runtime) {
        return JsonObject.EMPTY
                .with("endpoint", new JsonString(endpoint))
                .with(
                        "accelerator",
                        new JsonString(runtime.model().isEmpty() ? "NONE" : runtime.model()))
                .with("variant", new JsonNumber(KINDS.getOrDefault(runtime.kind(), "0")))
                .with("machineShape", new JsonNumber(runtime.isLarge() ? "1" : "0"))
                .with(
                        "runtimeProxyInfo",
                        JsonObject.EMPTY
                                .with("token", new JsonString(runtime.proxy().newToken()))
                                .with(
                                        "tokenExpiresInSeconds",
                                        new JsonNumber(Integer.toString(tokenSeconds)))
                                .with("url", new JsonString(url(runtime))));
    }

    private static String url(Given runtime) {
        var base = runtime.proxy().address().toString();
        return base.substring(0, base.length() - 1); // as Colab writes it
    }

    private Said unassign(Asked asked, String endpoint) {
        var runtime = runtimes.get(endpoint);
        if (runtime == null) {
            return error(404, "gone");
        }
        if (asked.method().equals("GET")) {
            return fine(offered(asked));
        }
        if (!isMeant(asked)) {
            return error(403, "no token");
        }
        runtimes.remove(endpoint);
        runtime.proxy().vanish();
        return fine(JsonObject.EMPTY);
    }

    /// Nothing is given to a machine before the person has agreed in the browser.
    private Said propagate(Asked asked, Map<String, String> query, String endpoint) {
        var type = query.getOrDefault("authtype", "");
        var trial = query.getOrDefault("dryrun", "");
        boolean isKnown =
                Set.of("dfs_ephemeral", "auth_user_ephemeral").contains(type)
                        && Set.of("true", "false").contains(trial)
                        && "2".equals(query.get("version"))
                        && "true".equals(query.get("propagate"))
                        && "false".equals(query.get("record"));
        if (!isKnown) {
            return error(400, "no such access");
        }
        if (!runtimes.containsKey(endpoint)) {
            return error(404, "gone");
        }
        if (asked.method().equals("GET")) {
            return fine(offered(asked));
        }
        if (!isMeant(asked)) {
            return error(403, "no token");
        }
        if (!hasAgreed) {
            return fine(
                    JsonObject.EMPTY
                            .with("success", new JsonBoolean(false))
                            .with("unauthorized_redirect_uri", new JsonString(agreementPage)));
        }
        if (trial.equals("false")) {
            granted.add(type + " to " + endpoint);
        }
        return fine(JsonObject.EMPTY.with("success", new JsonBoolean(true)));
    }

    /// Returns what machines were given, each as `type to endpoint`.
    public List<String> granted() {
        return List.copyOf(granted);
    }

    /// What is to be shown with the change: good once, and for that path alone.
    private JsonObject offered(Asked asked) {
        var token = "post-" + next();
        challenges.put(token, asked.target());
        return JsonObject.EMPTY.with("token", new JsonString(token));
    }

    private boolean isMeant(Asked asked) {
        return asked.method().equals("POST")
                && asked.target().equals(challenges.remove(asked.header("X-Goog-Colab-Token")));
    }

    private Said account(Asked asked) {
        note("api", asked);
        if (!isApiOpen) {
            return error(403, "Caller does not have required permission to use project 0.");
        }
        var path = asked.target().split("\\?", 2)[0];
        var query = query(asked.target());
        if (path.equals("/v1/user-info")) {
            return json(200, USER);
        }
        if (path.equals("/v1/runtime-proxy-token") && "8080".equals(query.get("port"))) {
            var runtime = runtimes.get(Objects.toString(query.get("endpoint"), ""));
            return runtime == null
                    ? error(404, "gone")
                    : json(
                            200,
                            JsonText.compact(
                                    JsonObject.EMPTY
                                            .with(
                                                    "token",
                                                    new JsonString(runtime.proxy().newToken()))
                                            .with("tokenTtl", new JsonString(tokenSeconds + "s"))
                                            .with("url", new JsonString(url(runtime)))));
        }
        return error(404, "no such path");
    }

    private static final String USER =
            """
            {"subscriptionTier": "SUBSCRIPTION_TIER_NONE", "paidComputeUnitsBalance": 12.5,
             "consumptionRateHourly": 1.76, "assignmentsCount": 1,
             "eligibleAccelerators": [{"variant": "VARIANT_GPU", "models": ["T4", "L4"]},
                                      {"variant": "VARIANT_TPU", "models": ["V5E1"]}],
             "ineligibleAccelerators": [{"variant": "VARIANT_GPU", "models": ["A100", "H100"]}],
             "freeCcuQuotaInfo": {"remainingTokens": "4200", "nextRefillTimestampSec": 1900000000}}
            """;

    private int next() {
        return numbers.incrementAndGet();
    }

    private static Map<String, String> query(String target) {
        var found = new TreeMap<String, String>();
        int at = target.indexOf('?');
        for (var pair : (at < 0 ? "" : target.substring(at + 1)).split("&", -1)) {
            var parts = pair.split("=", 2);
            found.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return found;
    }

    private static Said fine(JsonObject body) {
        return json(200, NO_SCRIPT + JsonText.compact(body));
    }

    private static Said error(int status, String message) {
        var said =
                JsonObject.EMPTY
                        .with("code", new JsonNumber(Integer.toString(status)))
                        .with("message", new JsonString(message));
        return json(status, JsonText.compact(JsonObject.EMPTY.with("error", said)));
    }

    private static Said json(int status, String body) {
        return new Said(status, List.of("Content-Type: application/json"), body);
    }

    @Override
    public void close() throws IOException {
        takeBack();
        sessions.close();
        api.close();
    }
}
