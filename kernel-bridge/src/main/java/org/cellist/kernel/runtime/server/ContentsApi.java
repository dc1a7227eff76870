package org.cellist.kernel.runtime.server;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// A server's REST interface for files, as Jupyter Server documents it: `api/contents` and
/// `files`.
///
/// Thread-safe. Its methods block.
final class ContentsApi {

    /// Folders of many things, and pieces of files on slow lines.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int NO_SUCH_RANGE = 416;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int NO_ROOM = 507;
    private static final String CONTENTS = "api/contents/";

    private final Supplier<ServerConnection> connection;
    private volatile boolean hasFiles;

    /// @param connection the one for the present keys
    ContentsApi(Supplier<ServerConnection> connection) {
        this.connection = connection;
    }

    private interface Request<T> {
        T send() throws ServerException, FilesException, InterruptedException;
    }

    private <T> T sent(String path, Request<T> request)
            throws FilesException, InterruptedException {
        try {
            return request.send();
        } catch (ServerException e) {
            throw new FilesException(problem(path, e.problem()), e);
        }
    }

    /// A server says the same to whom it does not know, and to whom it does not let do this.
    private FilesProblem problem(String path, ServerProblem problem) throws InterruptedException {
        boolean isTurnedAway =
                problem instanceof ServerProblem.LoginRefused
                        || problem instanceof ServerProblem.LoginNeeded;
        return isTurnedAway && isLetIn()
                ? new FilesProblem.Denied(path)
                : new FilesProblem.OfServer(problem);
    }

    private boolean isLetIn() throws InterruptedException {
        try {
            return connection.get().get("api/kernelspecs").isFine();
        } catch (ServerException _) {
            return false; // what was said before is told
        }
    }

    /// Returns the address of something, below the server's own.
    ///
    /// @throws FilesException with [FilesProblem.BadName] for what would be another place
    private static String address(String below, String path) throws FilesException {
        var names = path.split("/", -1);
        boolean isOdd =
                !path.isEmpty()
                        && Arrays.stream(names)
                                .anyMatch(it -> it.isEmpty() || it.equals(".") || it.equals(".."));
        if (isOdd) {
            throw new FilesException(new FilesProblem.BadName(path));
        }
        return below
                + Arrays.stream(names)
                        .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8))
                        .map(it -> it.replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    /// Returns what is in a folder.
    List<FileEntry> list(String folder) throws FilesException, InterruptedException {
        var address = address(CONTENTS, folder) + "?content=1&type=directory";
        return sent(
                folder,
                () -> {
                    var model = model(folder, connection.get().get(address, PATIENCE));
                    var entries = new ArrayList<FileEntry>();
                    for (var each : items(model)) {
                        var name = each instanceof JsonObject item ? item.string("name") : null;
                        if (name != null) {
                            var path = folder.isEmpty() ? name : folder + "/" + name;
                            entries.add(entry(path, (JsonObject) each));
                        }
                    }
                    return entries;
                });
    }

    private static List<JsonValue> items(JsonObject model) throws ServerException {
        if (!(model.get("content") instanceof JsonArray(var items))) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
        return items;
    }

    /// Returns what is at a path. Of a link to a file the size is the link's own.
    FileEntry look(String path) throws FilesException, InterruptedException {
        var address = address(CONTENTS, path) + "?content=0";
        return sent(path, () -> entry(path, model(path, connection.get().get(address))));
    }

    /// Makes a folder, or leaves one as it is that is there.
    void makeFolder(String path) throws FilesException, InterruptedException {
        var address = address(CONTENTS, path);
        var model = JsonObject.EMPTY.with("type", new JsonString("directory"));
        sent(path, () -> fine(path, connection.get().put(address, model, PATIENCE)));
    }

    /// Gives something another name.
    void rename(String from, String to) throws FilesException, InterruptedException {
        var address = address(CONTENTS, from);
        address(CONTENTS, to);
        var model = JsonObject.EMPTY.with("path", new JsonString(to));
        sent(
                from,
                () -> {
                    var answer = connection.get().patch(address, model);
                    return fine(answer.status() == CONFLICT ? to : from, answer);
                });
    }

    /// Deletes a file or a folder.
    void delete(String path) throws FilesException, InterruptedException {
        var address = address(CONTENTS, path);
        sent(path, () -> fine(path, connection.get().delete(address)));
    }

    /// Writes a whole file.
    ///
    /// @return what is there then
    FileEntry save(String path, String base64) throws FilesException, InterruptedException {
        return save(path, file(base64));
    }

    /// Writes a part of a file.
    ///
    /// @param number 1 for the first, which takes the place of what was there; −1 for the last
    /// @return what is there then
    FileEntry save(String path, String base64, int number)
            throws FilesException, InterruptedException {
        return save(path, file(base64).with("chunk", JsonNumber.of(number)));
    }

    private static JsonObject file(String base64) {
        return JsonObject.EMPTY
                .with("type", new JsonString("file"))
                .with("format", new JsonString("base64"))
                .with("content", new JsonString(base64));
    }

    private FileEntry save(String path, JsonObject model)
            throws FilesException, InterruptedException {
        var address = address(CONTENTS, path);
        return sent(
                path,
                () -> entry(path, model(path, connection.get().put(address, model, PATIENCE))));
    }

    /// Opens a file for reading. To be closed.
    ///
    /// @param range as in HTTP, which not every server keeps to; empty for all of it
    HttpResponse<InputStream> open(String path, String range)
            throws FilesException, InterruptedException {
        var address = address("files/", path);
        var headers = range.isEmpty() ? Map.<String, String>of() : Map.of("Range", range);
        return sent(
                path,
                () -> {
                    var response = connection.get().open(address, headers);
                    int status = response.statusCode();
                    if (status / 100 != 2 && status != NO_SUCH_RANGE) {
                        throw new FilesException(problem(path, new Answer(status, "")));
                    }
                    return response;
                });
    }

    private JsonObject model(String path, Answer answer)
            throws ServerException, FilesException, InterruptedException {
        if (fine(path, answer).json() instanceof JsonObject model && model.string("type") != null) {
            hasFiles = true;
            return model;
        }
        throw new ServerException(new ServerProblem.NotJupyter());
    }

    private Answer fine(String path, Answer answer)
            throws ServerException, FilesException, InterruptedException {
        if (!answer.isFine()) {
            throw new FilesException(problem(path, answer));
        }
        return answer;
    }

    private FilesProblem problem(String path, Answer answer)
            throws ServerException, InterruptedException {
        var failure = answer.failure();
        return switch (answer.status()) {
            case FORBIDDEN -> new FilesProblem.Denied(path);
            case NOT_FOUND, NOT_ALLOWED, NOT_IMPLEMENTED ->
                    offersFiles() ? missing(path, failure) : new FilesProblem.NotOffered();
            case CONFLICT -> new FilesProblem.Exists(path);
            case NO_ROOM -> new FilesProblem.Full(path);
            default -> missing(path, failure);
        };
    }

    /// The server passes on what its system says, number and all.
    private static FilesProblem missing(String path, ServerProblem.Failed failure) {
        var words = failure.message();
        if (failure.status() == NOT_FOUND || words.contains("[Errno 2]")) {
            return new FilesProblem.Missing(path);
        }
        if (words.contains("[Errno 28]") || words.contains("[Errno 122]")) {
            return new FilesProblem.Full(path);
        }
        return new FilesProblem.Failed(path, failure.status() + " " + words);
    }

    /// A gateway has kernels only: it misses whatever it is asked for, the folder that a server
    /// begins with, too.
    private boolean offersFiles() throws ServerException, InterruptedException {
        if (!hasFiles) {
            hasFiles = connection.get().get(CONTENTS + "?content=0").isFine();
        }
        return hasFiles;
    }

    private static FileEntry entry(String path, JsonObject model) {
        var kind = kind(model.string("type"));
        return new FileEntry(
                path,
                kind,
                false,
                kind == FileEntry.Kind.FILE ? size(model.get("size")) : -1,
                time(model.string("last_modified")));
    }

    private static FileEntry.Kind kind(@Nullable String type) {
        return switch (type) {
            case "directory" -> FileEntry.Kind.FOLDER;
            case "file", "notebook" -> FileEntry.Kind.FILE;
            case null, default -> FileEntry.Kind.OTHER;
        };
    }

    private static long size(@Nullable JsonValue size) {
        return size instanceof JsonNumber(var digits) && digits.matches("\\d{1,18}")
                ? Long.parseLong(digits)
                : -1;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
