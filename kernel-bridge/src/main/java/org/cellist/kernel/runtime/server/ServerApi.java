package org.cellist.kernel.runtime.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// A server's REST interface, as Jupyter Server and Kernel Gateway document it: kernelspecs,
/// kernels, sessions, terminals.
///
/// Thread-safe. Its methods block.
final class ServerApi {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String KERNELS = "api/kernels";
    private static final String SESSIONS = "api/sessions";
    private static final String TERMINALS = "api/terminals";
    private static final int NOT_IMPLEMENTED = 501;

    private final ServerConnection connection;

    ServerApi(ServerConnection connection) {
        this.connection = connection;
    }

    /// A session: the server's note of which notebook a kernel runs for. Immutable.
    ///
    /// @param path the notebook, as the client named it
    record Session(String id, String path, String name, ServerKernel kernel) {}

    /// Returns what the server has. A gateway may keep its kernels to itself.
    ServerListing listing() throws ServerException, InterruptedException {
        var specs = fine(connection.get("api/kernelspecs")).json();
        if (!(specs instanceof JsonObject object)) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
        return new ServerListing(kernelspecs(object), kernels());
    }

    private static List<ServerKernelspec> kernelspecs(JsonObject answer) throws ServerException {
        if (!(answer.get("kernelspecs") instanceof JsonObject(var members))) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
        var usual = answer.string("default");
        var found = new ArrayList<ServerKernelspec>();
        members.forEach(
                (name, each) -> {
                    if (each instanceof JsonObject entry) {
                        var spec = entry.object("spec");
                        var shown = spec.string("display_name");
                        var language = spec.string("language");
                        found.add(
                                new ServerKernelspec(
                                        name,
                                        shown == null ? name : shown,
                                        language == null ? "" : language));
                    }
                });
        found.sort(
                Comparator.comparing((ServerKernelspec it) -> !it.name().equals(usual))
                        .thenComparing(ServerKernelspec::displayName));
        return found;
    }

    /// Returns the kernels that run; none where a gateway keeps them to itself.
    List<ServerKernel> kernels() throws ServerException, InterruptedException {
        var notebooks = new HashMap<String, Session>();
        for (var session : sessions()) {
            notebooks.putIfAbsent(session.kernel().id(), session);
        }
        var found = new ArrayList<ServerKernel>();
        for (var object : list(KERNELS)) {
            kernel(object, notebooks).ifPresent(found::add);
        }
        return found;
    }

    /// Returns the sessions; none where a server has no such thing.
    List<Session> sessions() throws ServerException, InterruptedException {
        var found = new ArrayList<Session>();
        for (var object : list(SESSIONS)) {
            session(object).ifPresent(found::add);
        }
        return found;
    }

    /// Returns the objects of a list that a gateway may keep to itself, or not have at all.
    private List<JsonObject> list(String path) throws ServerException, InterruptedException {
        Answer answer;
        try {
            answer = connection.get(path);
        } catch (ServerException e) {
            if (e.problem() instanceof ServerProblem.LoginRefused) {
                return List.of(); // it let us in elsewhere: it is the list that it refuses
            }
            throw e;
        }
        if (isWithout(answer)) {
            return List.of();
        }
        var value = fine(answer).json();
        return value instanceof JsonArray(var items)
                ? items.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean isWithout(Answer answer) {
        return answer.status() == NOT_FOUND
                || answer.status() == NOT_ALLOWED
                || answer.status() == FORBIDDEN;
    }

    /// Starts a kernel for a notebook, or returns the one that runs for it already.
    ///
    /// @param path tells the notebook from every other one
    /// @param name the notebook's, for people
    Session session(String path, String name, String kernelspec)
            throws ServerException, InterruptedException {
        var wish = kernelspec(kernelspec);
        var known = sessions().stream().filter(it -> it.path().equals(path)).findFirst();
        if (known.isPresent() && known.get().kernel().kernelspec().equals(kernelspec)) {
            return known.get();
        }
        var answer =
                known.isPresent()
                        ? connection.patch(
                                SESSIONS + "/" + encoded(known.get().id()),
                                JsonObject.EMPTY.with("kernel", wish))
                        : connection.post(
                                SESSIONS,
                                JsonObject.EMPTY
                                        .with("path", new JsonString(path))
                                        .with("name", new JsonString(name))
                                        .with("type", new JsonString("notebook"))
                                        .with("kernel", wish));
        if (isWithout(answer)) { // a gateway without sessions
            var kernel = kernel(fine(connection.post(KERNELS, wish)).json());
            return new Session("", path, name, kernel);
        }
        return Optional.of(fine(answer).json())
                .filter(JsonObject.class::isInstance)
                .flatMap(it -> session((JsonObject) it))
                .orElseThrow(() -> new ServerException(new ServerProblem.NotJupyter()));
    }

    /// Notes that a kernel runs for another notebook from now on, if the server knows for which.
    ///
    /// @param path as in [#session]
    void rename(String kernel, String path, String name)
            throws ServerException, InterruptedException {
        var known = sessions().stream().filter(it -> it.kernel().id().equals(kernel)).findFirst();
        if (known.isPresent()) {
            var names =
                    JsonObject.EMPTY
                            .with("path", new JsonString(path))
                            .with("name", new JsonString(name))
                            .with("type", new JsonString("notebook"));
            fine(connection.patch(SESSIONS + "/" + encoded(known.get().id()), names));
        }
    }

    private static JsonObject kernelspec(String name) {
        return JsonObject.EMPTY.with("name", new JsonString(name));
    }

    /// Returns the kernel as it is now.
    ///
    /// @throws ServerException with NoSuchKernel if it is gone
    ServerKernel kernel(String id) throws ServerException, InterruptedException {
        return kernel(ofKernel(connection.get(path(id))).json());
    }

    void interrupt(String id) throws ServerException, InterruptedException {
        ofKernel(connection.post(path(id) + "/interrupt", JsonObject.EMPTY));
    }

    /// Ends the kernel's process and starts another one of the same id. Blocks until it
    /// answers.
    void restart(String id) throws ServerException, InterruptedException {
        ofKernel(connection.post(path(id) + "/restart", JsonObject.EMPTY));
    }

    /// Ends the kernel; one that is gone already has been ended.
    void end(String id) throws ServerException, InterruptedException {
        var answer = connection.delete(path(id));
        if (answer.status() != NOT_FOUND) {
            fine(answer);
        }
    }

    /// Makes a terminal; returns the server's name for it.
    ///
    /// @throws ServerException with NoTerminals if the server lends none
    String openTerminal() throws ServerException, InterruptedException {
        var answer = connection.post(TERMINALS, JsonObject.EMPTY);
        if (isWithout(answer) || answer.status() == NOT_IMPLEMENTED) {
            throw new ServerException(new ServerProblem.NoTerminals());
        }
        var name = fine(answer).json() instanceof JsonObject object ? object.string("name") : null;
        if (name == null) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
        return name;
    }

    /// Returns the terminals; none where a server lends none.
    List<ListedTerminal> terminals() throws ServerException, InterruptedException {
        var found = new ArrayList<ListedTerminal>();
        for (var object : list(TERMINALS)) {
            var name = object.string("name");
            if (name != null) {
                found.add(new ListedTerminal(name, object.string("last_activity")));
            }
        }
        return found;
    }

    /// Ends a terminal; one that is gone already has been ended.
    ///
    /// @param name as [#openTerminal] returned it
    void closeTerminal(String name) throws ServerException, InterruptedException {
        var answer = connection.delete(TERMINALS + "/" + encoded(name));
        if (answer.status() != NOT_FOUND) {
            fine(answer);
        }
    }

    private static String path(String id) {
        return KERNELS + "/" + encoded(id);
    }

    /// Returns a name as a part of an address.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer fine(Answer answer) throws ServerException {
        if (!answer.isFine()) {
            throw new ServerException(
                    answer.status() == NOT_FOUND
                            ? new ServerProblem.NotJupyter()
                            : answer.failure());
        }
        return answer;
    }

    private static Answer ofKernel(Answer answer) throws ServerException {
        if (answer.status() == NOT_FOUND) {
            throw new ServerException(new ServerProblem.NoSuchKernel());
        }
        return fine(answer);
    }

    private static Optional<Session> session(JsonObject object) {
        var id = object.string("id");
        var path = object.string("path");
        var name = object.string("name");
        var kernel = kernel(object.object("kernel"), Map.of());
        return id == null || kernel.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Session(id, path == null ? "" : path, shown(name, path), kernel.get()));
    }

    /// A session's name is empty where a client gives none; then the path ends with the
    /// file's.
    private static String shown(@Nullable String name, @Nullable String path) {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    private static ServerKernel kernel(JsonValue value) throws ServerException {
        return Optional.of(value)
                .filter(JsonObject.class::isInstance)
                .flatMap(it -> kernel((JsonObject) it, Map.of()))
                .orElseThrow(() -> new ServerException(new ServerProblem.NotJupyter()));
    }

    private static Optional<ServerKernel> kernel(JsonObject object, Map<String, Session> sessions) {
        var id = object.string("id");
        var name = object.string("name");
        if (id == null || name == null) {
            return Optional.empty();
        }
        var session = sessions.get(id);
        var state = object.string("execution_state");
        int connections =
                object.get("connections") instanceof JsonNumber(var digits)
                                && digits.matches("\\d{1,6}")
                        ? Integer.parseInt(digits)
                        : -1;
        return Optional.of(
                new ServerKernel(
                        id,
                        name,
                        state == null ? "" : state,
                        connections,
                        object.string("last_activity"),
                        session == null ? null : session.name(),
                        session == null ? null : session.path()));
    }
}
