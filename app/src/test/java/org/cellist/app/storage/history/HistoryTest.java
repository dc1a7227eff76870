package org.cellist.app.storage.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store of versions, on a real disk.
class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MUCH = 1L << 30;

    @TempDir private Path folder;
    private Path root = Path.of("");
    private Path notebook = Path.of("");

    @BeforeEach
    void choosePaths() {
        root = folder.resolve("history");
        notebook = folder.resolve("a.ipynb");
    }

    @Test
    void aVersionIsReadByteForByte() throws IOException {
        var history = history(MUCH);
        var content = random(1, 1_000_000);

        history.keep(notebook, content, NOW);

        var version = history.versions(notebook).getFirst();
        assertArrayEquals(content, history.content(notebook, version).orElseThrow());
        assertEquals(NOW, version.at());
        assertEquals(content.length, version.sizeBytes());
    }

    @Test
    void theSameContentMakesNoNewVersion() throws IOException {
        var history = history(MUCH);
        history.keep(notebook, bytes("one"), NOW);

        boolean isKept = history.keep(notebook, bytes("one"), NOW.plusSeconds(5));

        assertFalse(isKept);
        assertEquals(1, history.versions(notebook).size());
    }

    @Test
    void theNewestComesFirstAlsoWhenTheClockWentBack() throws IOException {
        var history = history(MUCH);
        history.keep(notebook, bytes("one"), NOW);
        history.keep(notebook, bytes("two"), NOW.minusSeconds(60));

        var read =
                history.versions(notebook).stream()
                        .map(version -> history.content(notebook, version).orElseThrow())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .toList();

        assertEquals(List.of("two", "one"), read);
    }

    @Test
    void anEditOfALargeFileTakesLittleMore() throws IOException {
        var history = history(MUCH);
        var content = random(2, 5_000_000);
        history.keep(notebook, content, NOW);
        long before = size();

        content[2_000_000]++;
        history.keep(notebook, content, NOW.plusSeconds(1));

        assertTrue(size() - before < 600_000, () -> "it takes " + size());
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        history(MUCH).keep(notebook, bytes("secret"), NOW);

        try (var all = Files.walk(root.resolve("notebooks"))) {
            for (var each : all.toList()) {
                var mode = Files.getPosixFilePermissions(each);
                var allowed =
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE);
                assertTrue(allowed.containsAll(mode), () -> each + " is " + mode);
            }
        }
    }

    @Test
    void aDamagedVersionIsEmptyAndTheOthersAreThere() throws IOException {
        var history = history(MUCH);
        history.keep(notebook, bytes("one"), NOW);
        history.keep(notebook, bytes("two"), NOW.plusSeconds(1));
        history.keep(notebook, bytes("three"), NOW.plusSeconds(2));
        Files.delete(pieceOf("one"));
        Files.writeString(pieceOf("two"), "twо");

        var read =
                history.versions(notebook).stream()
                        .map(version -> history.content(notebook, version))
                        .map(Optional::isPresent)
                        .toList();

        assertEquals(List.of(true, false, false), read);
    }

    @Test
    void piecesThatNoVersionNamesAreRemoved() throws IOException {
        history(MUCH).keep(notebook, bytes("old"), NOW.minus(Duration.ofDays(50)));
        var history = history(MUCH);

        history.keep(notebook, bytes("new"), NOW);

        assertEquals(1, history.versions(notebook).size());
        assertFalse(Files.exists(pieceOf("old")));
        assertTrue(Files.exists(pieceOf("new")));
    }

    @Test
    void allNotebooksTogetherStayWithinTheBound() throws IOException {
        var history = history(500_000);
        var other = folder.resolve("b.ipynb");
        for (int i = 0; i < 10; i++) {
            history.keep(notebook, random(i, 100_000), NOW.plusSeconds(i));
            history.keep(other, random(100 + i, 100_000), NOW.plusSeconds(i));
        }

        history.sweep();

        assertTrue(size() <= 510_000, () -> "it takes " + size());
        assertEquals(2, history.versions(notebook).size());
        assertEquals(2, history.versions(other).size());
    }

    @Test
    void whatAKilledProcessWasWritingIsRemoved() throws IOException {
        var history = history(MUCH);
        history.keep(notebook, bytes("one"), NOW);
        var left = pieceOf("one").resolveSibling(".new-1");
        Files.writeString(left, "half");

        history.sweep();

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(pieceOf("one")));
    }

    @Test
    void aLinkToANotebookHasItsHistory() throws IOException {
        Files.writeString(notebook, "{}");
        var link = Files.createSymbolicLink(folder.resolve("link.ipynb"), notebook);
        var history = history(MUCH);

        history.keep(link, bytes("one"), NOW);

        assertEquals(1, history.versions(notebook).size());
        assertEquals(List.of(notebook.toRealPath().toString()), history.notebooks());
    }

    /// Each has its own object, as in two processes, and sweeps all the time.
    @Test
    void twoWritersKeepEachOthersVersions() throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (int writer = 0; writer < 2; writer++) {
            int number = writer;
            work.add(
                    () -> {
                        var history = history(MUCH);
                        var own = folder.resolve(number + ".ipynb");
                        for (int i = 0; i < 30; i++) {
                            var same = random(i, 30_000);
                            history.keep(own, same, NOW.plusMillis(i));
                            history.sweep();
                        }
                        return own;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        var history = history(MUCH);
        for (var name : List.of("0.ipynb", "1.ipynb")) {
            var own = folder.resolve(name);
            var versions = history.versions(own);
            assertEquals(30, versions.size());
            assertTrue(versions.stream().allMatch(it -> history.content(own, it).isPresent()));
        }
    }

    private History history(long most) {
        return new History(root, most, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path pieceOf(String text) {
        var name = PieceFiles.sha256(ByteBuffer.wrap(bytes(text)));
        return root.resolve("pieces").resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private long size() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(long seed, int size) {
        var content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }
}
