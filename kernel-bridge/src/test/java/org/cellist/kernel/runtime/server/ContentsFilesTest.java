package org.cellist.kernel.runtime.server;

import static org.cellist.kernel.runtime.files.PlaceFilesContract.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlaceFilesContract;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.TinyHttp.Asked;
import org.cellist.kernel.runtime.server.TinyHttp.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What servers say that are not as the usual ones, and what is said to them.
class ContentsFilesTest {

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int FORBIDDEN = 403;
    private static final int BROKEN = 500;
    private static final int PART = 3 << 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern CHUNK = Pattern.compile("\"chunk\": ?(-?\\d+)");
    private static final Pattern CONTENT = Pattern.compile("\"content\": ?\"([^\"]*)\"");

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<TinyHttp> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void theBeginningIsLeftOutWhereAServerGivesAllOfAFile() throws Exception {
        var files = files(_ -> new Said(OK, List.of(), "0123456789"));

        try (var in = files.read("a b", 7)) {
            assertArrayEquals("789".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
        }
        assertEquals(List.of("GET /files/a%20b bytes=7-"), seen);
    }

    @Test
    void theSecretsOfAServerGoToNoOther() throws Exception {
        var other = server(_ -> new Said(OK, List.of(), "theirs"));
        var files = files(_ -> new Said(FOUND, List.of("Location: " + other.base() + "files/a")));

        var problem = problem(() -> files.read("a", 0));

        var authority = other.base().getScheme() + "://" + other.base().getAuthority();
        assertEquals(
                new FilesProblem.OfServer(new ServerProblem.SentElsewhere(authority)), problem);
        assertEquals(List.of("GET /files/a "), seen);
    }

    @Test
    void whoIsLetInAndMayNotDoThisIsDenied() throws Exception {
        var files =
                files(
                        asked ->
                                asked.target().equals("/api/kernelspecs")
                                        ? new Said(OK, List.of(), "{}")
                                        : new Said(FORBIDDEN, List.of()));

        assertEquals(new FilesProblem.Denied("a"), problem(() -> files.look("a")));
        assertEquals(new FilesProblem.Denied("a"), problem(() -> files.read("a", 0)));
    }

    @Test
    void whoIsNotLetInIsTold() throws Exception {
        var files = files(_ -> new Said(FORBIDDEN, List.of()));

        assertEquals(
                new FilesProblem.OfServer(new ServerProblem.LoginRefused()),
                problem(() -> files.look("a")));
    }

    @Test
    void aDiskThatIsFullIsOneWhateverTheStatus() throws Exception {
        var words = "Unexpected error while saving file: a [Errno 28] No space left on device";
        var files = files(_ -> new Said(BROKEN, List.of(), "{\"message\": \"" + words + "\"}"));

        assertEquals(new FilesProblem.Full("a"), problem(() -> write(files, new byte[5])));
    }

    @Test
    void aLargeFileGoesInPartsAndTheLastOneIsToldToBeIt() throws Exception {
        var bytes = PlaceFilesContract.bytes(2 * PART + 17);
        var shelf = new Shelf(true);
        var files = files(shelf::answer);

        write(files, bytes);

        assertArrayEquals(bytes, shelf.content);
        assertEquals(List.of("1", "2", "-1"), shelf.chunks);
    }

    @Test
    void aPartThatIsFullAtTheEndIsTheLast() throws Exception {
        var shelf = new Shelf(true);

        write(files(shelf::answer), PlaceFilesContract.bytes(2 * PART));
        assertEquals(List.of("1", "-1"), shelf.chunks);

        write(files(shelf::answer), PlaceFilesContract.bytes(PART));
        assertEquals(List.of("1", "-1", ""), shelf.chunks);
    }

    /// What it keeps would be taken for the beginning of the file when it is written on.
    @Test
    void aServerThatKnowsNoPartsKeepsNone() throws Exception {
        var shelf = new Shelf(false);
        var files = files(shelf::answer);

        var problem = problem(() -> write(files, PlaceFilesContract.bytes(2 * PART)));

        assertEquals(new FilesProblem.Failed("a", "the server keeps the last part alone"), problem);
        assertEquals(0, shelf.content.length);
        assertEquals("DELETE /api/contents/a ", seen.getLast());
    }

    @Test
    void aPartIsNotSentAgainWhenNobodyKnowsWhetherItArrived() throws Exception {
        var shelf = new Shelf(true);
        var files =
                files(
                        asked -> {
                            shelf.answer(asked);
                            throw new IllegalStateException("no answer");
                        });

        problem(() -> write(files, PlaceFilesContract.bytes(3 * PART)));

        assertEquals(List.of("1"), shelf.chunks);
    }

    @Test
    void anInterruptEndsTheWaitForAServerThatIsSilent() throws Exception {
        var isOver = new CountDownLatch(1);
        var files =
                files(
                        asked -> {
                            await(isOver);
                            return new Said(OK, List.of(), asked.body());
                        });
        var out = files.write("a", 0);

        for (var step :
                List.<Blocking>of(
                        () -> files.list(""),
                        () -> files.read("a", 0),
                        () -> files.makeFolder("a"),
                        () -> out.write(new byte[PART + 1]),
                        out::close)) {
            ends(step);
        }
        isOver.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Blocking {
        void run() throws IOException, InterruptedException;
    }

    /// Runs something on a thread that is interrupted once it waits.
    private static void ends(Blocking step) throws Exception {
        var done = new CompletableFuture<Void>();
        var thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        step.run();
                                    } catch (IOException | InterruptedException _) {
                                        // the interrupt
                                    } finally {
                                        done.complete(null);
                                    }
                                });
        while (thread.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void write(PlaceFiles files, byte[] bytes)
            throws IOException, InterruptedException {
        try (var out = files.write("a", 0)) {
            out.write(bytes);
        }
    }

    /// One file, as a server keeps it. Confined to the requests, of which there is one at a time.
    private static final class Shelf {

        private final boolean knowsParts;
        private final List<String> chunks = new ArrayList<>();
        private byte[] content = new byte[0];

        Shelf(boolean knowsParts) {
            this.knowsParts = knowsParts;
        }

        Said answer(Asked asked) {
            switch (asked.method()) {
                case "PUT" -> put(asked.body());
                case "DELETE" -> content = new byte[0];
                default -> {}
            }
            return new Said(
                    OK,
                    List.of(),
                    "{\"type\": \"file\", \"size\": " + content.length + ", \"name\": \"a\"}");
        }

        private void put(String body) {
            var chunk = CHUNK.matcher(body);
            var number = chunk.find() ? chunk.group(1) : "";
            chunks.add(number);
            var sent = CONTENT.matcher(body);
            var bytes = Base64.getDecoder().decode(sent.find() ? sent.group(1) : "");
            boolean isAppended = knowsParts && !number.isEmpty() && !number.equals("1");
            var before = isAppended ? content : new byte[0];
            content = new byte[before.length + bytes.length];
            System.arraycopy(before, 0, content, 0, before.length);
            System.arraycopy(bytes, 0, content, before.length, bytes.length);
        }
    }

    private PlaceFiles files(TinyHttp.Handler handler) throws IOException {
        var address = server(handler);
        var client = HttpClient.newHttpClient();
        var connection =
                new ServerConnection(address, new ServerLogin.Token("canary"), false, () -> client);
        return new ContentsFiles(new ContentsApi(() -> connection));
    }

    private ServerAddress server(TinyHttp.Handler handler) throws IOException {
        var server =
                new TinyHttp(
                        asked -> {
                            var line = asked.method() + " " + asked.target();
                            seen.add(line + " " + asked.header("Range"));
                            return handler.answer(asked);
                        });
        servers.add(server);
        return server.address();
    }
}
