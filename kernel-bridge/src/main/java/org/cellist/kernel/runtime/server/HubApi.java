package org.cellist.kernel.runtime.server;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// A JupyterHub's REST interface, as far as it starts and stops the servers of one person.
///
/// Thread-safe. Its methods block.
final class HubApi {

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /// Longer than any hub gives a server to start.
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /// Between two looks at a server that tells of no progress.
    private static final Duration AGAIN = Duration.ofMillis(500);

    private static final String EVENT = "data:";

    private final ServerConnection connection;

    /// @param connection to the address below which `hub/` lies
    HubApi(ServerConnection connection) {
        this.connection = connection;
    }

    private enum Server {
        RUNNING,
        STARTING,
        STOPPED
    }

    /// Returns whether a hub answers there.
    boolean isHub() throws InterruptedException {
        try {
            var answer = connection.once("GET", "hub/api", null);
            return answer.isFine()
                    && answer.json() instanceof JsonObject it
                    && it.string("version") != null;
        } catch (ServerException _) {
            return false; // whatever answers there, if anything does
        }
    }

    /// Returns the first server of the person whose token it is.
    ///
    /// @throws ServerException with HubToken if the hub does not know the token
    HubPlace own() throws ServerException, InterruptedException {
        var answer = connection.once("GET", "hub/api/user", null);
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            var page = connection.address().at("hub/token").toString();
            throw new ServerException(new ServerProblem.HubToken(page));
        }
        var model = model(answer);
        var name = model.string("name");
        if (name == null) {
            throw new ServerException(new ServerProblem.NotAllowed(""));
        }
        var inAddress = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new HubPlace(connection.address(), inAddress, "");
    }

    /// Starts a server unless it runs, and waits until it does.
    ///
    /// @param told how far it is
    void awaitRunning(HubPlace place, Consumer<HubProgress> told)
            throws ServerException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean isAsked = false;
        while (System.nanoTime() < end) {
            switch (state(place)) {
                case RUNNING -> {
                    return;
                }
                case STARTING -> isAsked = true;
                case STOPPED -> {
                    if (isAsked) {
                        throw new ServerException(
                                new ServerProblem.NotStarted("it stopped before it was ready"));
                    }
                    isAsked = true;
                    told.accept(new HubProgress(0, ""));
                    if (start(place)) {
                        return;
                    }
                }
            }
            if (follow(place, told)) {
                return;
            }
            synchronized (this) {
                TimeUnit.NANOSECONDS.timedWait(this, AGAIN.toNanos());
            }
        }
        var why = "it was not ready in " + PATIENCE.toMinutes() + " minutes";
        throw new ServerException(new ServerProblem.NotStarted(why));
    }

    /// Lets the hub stop a server, with all its kernels. One that does not run stays so.
    void stop(HubPlace place) throws ServerException, InterruptedException {
        var answer = connection.once("DELETE", path(place), null);
        if (answer.status() == NOT_FOUND) {
            return;
        }
        allowed(answer);
        if (!answer.isFine()) {
            throw new ServerException(answer.failure());
        }
    }

    private Server state(HubPlace place) throws ServerException, InterruptedException {
        var model = model(connection.once("GET", "hub/api/users/" + place.user(), null));
        var server = model.object("servers").object(place.name());
        if (isTrue(server.get("ready"))) {
            return Server.RUNNING;
        }
        return server.string("pending") == null ? Server.STOPPED : Server.STARTING;
    }

    /// Asks the hub to start; returns whether it runs already.
    private boolean start(HubPlace place) throws ServerException, InterruptedException {
        var answer = connection.once("POST", path(place), JsonObject.EMPTY);
        allowed(answer);
        if (answer.isFine()) {
            return answer.status() == CREATED;
        }
        var failure = answer.failure();
        if (answer.status() != BAD_REQUEST) {
            throw new ServerException(new ServerProblem.NotStarted(failure.details()));
        }
        var words = failure.message();
        if (words.contains("already running")) { // a token that may not read servers
            return true;
        }
        if (!words.contains("pending")) {
            throw new ServerException(new ServerProblem.NotStarted(words));
        }
        return false;
    }

    /// Hears how far a start is; returns whether it came to a good end. Ends also when the hub
    /// has no more to say.
    private boolean follow(HubPlace place, Consumer<HubProgress> told)
            throws ServerException, InterruptedException {
        try (var lines = connection.lines(path(place) + "/progress")) {
            for (var each = lines.iterator(); each.hasNext(); ) {
                var event = event(each.next());
                if (event == null) {
                    continue;
                }
                var said = event.string("message");
                var message = said == null ? "" : said;
                if (isTrue(event.get("failed"))) {
                    throw new ServerException(new ServerProblem.NotStarted(message));
                }
                told.accept(new HubProgress(percent(event), message));
                if (isTrue(event.get("ready"))) {
                    return true;
                }
            }
        } catch (UncheckedIOException _) {
            return false; // the way broke; who waits looks again
        }
        return false;
    }

    private static @Nullable JsonObject event(String line) {
        if (!line.startsWith(EVENT)) {
            return null;
        }
        try {
            var json = line.substring(EVENT.length()).getBytes(StandardCharsets.UTF_8);
            return RawJson.parse(json).value() instanceof JsonObject event ? event : null;
        } catch (JsonSyntaxException _) {
            return null;
        }
    }

    private static int percent(JsonObject event) {
        return event.get("progress") instanceof JsonNumber(var digits)
                        && digits.matches("\\d{1,3}(\\.\\d+)?")
                ? (int) Math.min(100, Double.parseDouble(digits))
                : 0;
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value instanceof JsonBoolean(boolean is) && is;
    }

    private static String path(HubPlace place) {
        var user = "hub/api/users/" + place.user();
        return place.name().isEmpty() ? user + "/server" : user + "/servers/" + place.name();
    }

    private static JsonObject model(Answer answer) throws ServerException {
        allowed(answer);
        if (!answer.isFine()) {
            throw new ServerException(answer.failure());
        }
        if (answer.json() instanceof JsonObject model) {
            return model;
        }
        throw new ServerException(new ServerProblem.NotJupyter());
    }

    private static void allowed(Answer answer) throws ServerException {
        int status = answer.status();
        if (status == UNAUTHORIZED || status == FORBIDDEN || status == NOT_FOUND) {
            throw new ServerException(new ServerProblem.NotAllowed(answer.failure().message()));
        }
    }
}
