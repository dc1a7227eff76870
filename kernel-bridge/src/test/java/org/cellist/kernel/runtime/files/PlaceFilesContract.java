package org.cellist.kernel.runtime.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What every [PlaceFiles] promises, whatever is at the other end.
public interface PlaceFilesContract {

    /// More than what any way takes at once, and no multiple of anything.
    int LARGE = 7_654_321;

    /// Letters that some way or other could take for its own.
    List<String> NAMES =
            List.of(
                    "two words.txt",
                    "한글 이름.csv",
                    "100%#?&=+;:@!$,.txt",
                    "%41%2F%00.txt",
                    "it's \"quoted\" ~ [a] {b} \\ c",
                    "🎻.ipynb",
                    "e\u0301.txt");

    /// Returns the files under test.
    PlaceFiles files();

    /// Returns the path of a folder at the place, empty at first.
    String folder();

    /// Returns the same folder as this machine sees it.
    Path here();

    /// Breaks every connection to the place, now or soon, and once.
    void cut() throws IOException;

    private String at(String name) {
        return folder().isEmpty() ? name : folder() + "/" + name;
    }

    @Test
    default void whatIsInAFolderIsListed() throws Exception {
        var written = Instant.parse("2026-03-04T05:06:07Z");
        Files.createDirectory(here().resolve("data"));
        var file = Files.writeString(here().resolve("a.csv"), "1,2,3");
        Files.setLastModifiedTime(file, FileTime.from(written));

        var listed = files().list(folder());

        assertEquals(2, listed.size());
        for (var entry : listed) {
            assertEquals(entry, files().look(entry.path()));
        }
        assertEquals(
                new FileEntry(at("a.csv"), FileEntry.Kind.FILE, false, 5, written),
                files().look(at("a.csv")));
        assertTrue(files().look(at("data")).isFolder());
        assertTrue(files().look(files().home()).isFolder());
        assertEquals(List.of(), files().list(at("data")));
    }

    @Test
    default void namesOfAnyLettersComeAndGo() throws Exception {
        for (var name : NAMES) {
            files().makeFolder(at(name));
            write(at(name) + "/" + name, 0, name.getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(Set.copyOf(NAMES), names(folder()));
        for (var name : NAMES) {
            var path = at(name) + "/" + name;
            assertEquals(name, Files.readString(here().resolve(name).resolve(name)));
            assertEquals(name, new String(read(path, 0), StandardCharsets.UTF_8));
            assertEquals(name, files().list(at(name)).getFirst().name());
            files().rename(path, path + "2");
            files().replace(path + "2", path);
            files().delete(files().look(path));
            files().delete(files().look(at(name)));
        }
        assertEquals(List.of(), files().list(folder()));
    }

    @Test
    default void aFolderOfTenThousandThingsIsListed() throws Exception {
        var names = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            names.add("epoch-" + i + ".ckpt");
            Files.createFile(here().resolve("epoch-" + i + ".ckpt"));
        }

        assertEquals(names, names(folder()));
    }

    @Test
    default void whatIsNotThereIsMissing() throws Exception {
        var path = at("nothing");
        var entry = new FileEntry(path, FileEntry.Kind.FILE, false, 0, null);
        var missing = new FilesProblem.Missing(path);

        assertEquals(missing, problem(() -> files().look(path)));
        assertEquals(missing, problem(() -> files().list(path)));
        assertEquals(missing, problem(() -> read(path, 0)));
        assertEquals(missing, problem(() -> files().delete(entry)));
        assertEquals(missing, problem(() -> files().rename(path, at("other"))));
        assertEquals(missing, problem(() -> files().replace(path, at("other"))));
        assertEquals(List.of(), files().list(folder()));
    }

    @Test
    default void aFolderIsMadeWhereNothingIs() throws Exception {
        Files.writeString(here().resolve("file"), "kept");

        files().makeFolder(at("new"));

        assertTrue(Files.isDirectory(here().resolve("new")));
        assertEquals(
                new FilesProblem.Exists(at("new")), problem(() -> files().makeFolder(at("new"))));
        assertEquals(
                new FilesProblem.Exists(at("file")), problem(() -> files().makeFolder(at("file"))));
        assertEquals("kept", Files.readString(here().resolve("file")));
        assertEquals(Set.of("file", "new"), names(folder()));
    }

    @Test
    default void renamingReplacesNothing() throws Exception {
        Files.writeString(here().resolve("a"), "of a");
        Files.writeString(here().resolve("b"), "of b");
        Files.createDirectory(here().resolve("c"));
        var exists = new FilesProblem.Exists(at("b"));

        assertEquals(exists, problem(() -> files().rename(at("a"), at("b"))));
        assertEquals(exists, problem(() -> files().rename(at("c"), at("b"))));
        assertEquals(
                new FilesProblem.Exists(at("c")), problem(() -> files().rename(at("a"), at("c"))));
        files().rename(at("a"), at("c/a"));
        files().rename(at("c"), at("D"));
        files().rename(at("D"), at("d"));

        assertEquals("of a", Files.readString(here().resolve("d/a")));
        assertEquals("of b", Files.readString(here().resolve("b")));
        assertEquals(Set.of("b", "d"), names(folder()));
    }

    @Test
    default void replacingPutsAFileInPlaceOfAnother() throws Exception {
        Files.writeString(here().resolve("new"), "new");
        Files.writeString(here().resolve("old"), "old");
        Files.createDirectory(here().resolve("folder"));

        files().replace(at("new"), at("old"));
        files().replace(at("old"), at("where none is"));

        assertEquals("new", Files.readString(here().resolve("where none is")));
        assertEquals(
                new FilesProblem.Exists(at("folder")),
                problem(() -> files().replace(at("where none is"), at("folder"))));
        assertEquals(Set.of("folder", "where none is"), names(folder()));
    }

    @Test
    default void aFolderGoesWithAllThatIsInIt() throws Exception {
        var inner = Files.createDirectories(here().resolve("a/b/c"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(inner.resolve("n" + i), "n");
            Files.writeString(here().resolve("a/n" + i), "n");
        }
        Files.writeString(here().resolve("other"), "kept");

        files().delete(files().look(at("a")));

        assertFalse(Files.exists(here().resolve("a")));
        assertEquals(Set.of("other"), names(folder()));
    }

    @Test
    default void aFileIsReadFromAnywhere() throws Exception {
        var bytes = bytes(LARGE);
        Files.write(here().resolve("large"), bytes);

        for (int from : List.of(0, 1, 32 << 10, LARGE / 2, LARGE - 1, LARGE)) {
            assertArrayEquals(Arrays.copyOfRange(bytes, from, LARGE), read(at("large"), from));
        }
    }

    @Test
    default void whoReadsNoFurtherHoldsUpNobody() throws Exception {
        var bytes = bytes(LARGE);
        Files.write(here().resolve("large"), bytes);

        try (var in = files().read(at("large"), 3)) {
            assertEquals(Byte.toUnsignedInt(bytes[3]), in.read());
        }

        assertEquals(Set.of("large"), names(folder()));
        assertArrayEquals(bytes, read(at("large"), 0));
    }

    @Test
    default void whatWasWrittenIsThere() throws Exception {
        var bytes = bytes(LARGE);

        write(at("large"), 0, bytes);
        write(at("empty"), 0, new byte[0]);

        assertArrayEquals(bytes, Files.readAllBytes(here().resolve("large")));
        assertEquals(0, Files.size(here().resolve("empty")));
    }

    @Test
    default void writingGoesOnAtTheEnd() throws Exception {
        var bytes = bytes(LARGE);
        int half = LARGE / 2;
        Files.write(here().resolve("part"), Arrays.copyOf(bytes, half));

        write(at("part"), half, Arrays.copyOfRange(bytes, half, LARGE));

        assertArrayEquals(bytes, Files.readAllBytes(here().resolve("part")));
    }

    @Test
    default void writingAnewLeavesNothingOfWhatWasThere() throws Exception {
        Files.writeString(here().resolve("a"), "0123456789");

        write(at("a"), 0, new byte[] {'x'});
        assertEquals("x", Files.readString(here().resolve("a")));

        write(at("a"), 0, new byte[0]);
        assertEquals("", Files.readString(here().resolve("a")));
    }

    @Test
    default void moreThanIsThereCannotBeKept() throws Exception {
        Files.writeString(here().resolve("a"), "01234");

        assertEquals(new FilesProblem.Changed(at("a")), problem(() -> write(at("a"), 6, bytes(3))));
        assertEquals("01234", Files.readString(here().resolve("a")));
    }

    @Test
    default void whoWasInterruptedAsksNothing() throws Exception {
        Files.writeString(here().resolve("a"), "a");
        for (Executable question :
                List.<Executable>of(
                        () -> files().list(folder()),
                        () -> files().look(at("a")),
                        () -> files().makeFolder(at("b")),
                        () -> read(at("a"), 0))) {
            Thread.currentThread().interrupt();

            assertThrows(InterruptedException.class, question);
            assertFalse(Thread.interrupted());
        }
        assertEquals(Set.of("a"), names(folder()));
    }

    @Test
    default void aCopyThatIsCutOffGoesOnFromItsPart() throws Exception {
        var bytes = bytes(3 * LARGE);
        var memory = new MemoryFiles();
        memory.put("data", bytes);
        Files.write(here().resolve("data"), bytes);

        copyInTwoParts(new FileCopy(memory, files()), "data", at("up"));
        copyInTwoParts(new FileCopy(files(), memory), at("data"), "down");

        assertArrayEquals(bytes, Files.readAllBytes(here().resolve("up")));
        assertArrayEquals(bytes, memory.get("down"));
        assertEquals(Set.of("data", "up"), names(folder()));
    }

    private void copyInTwoParts(FileCopy copy, String source, String target) throws Exception {
        var marks = new ArrayList<Long>();
        assertThrows(
                FilesException.class,
                () ->
                        copy.copy(
                                source,
                                target,
                                false,
                                (done, total) -> {
                                    if (done > total / 2 && marks.isEmpty()) {
                                        marks.add(done);
                                        cutNow();
                                    }
                                }));

        var begun = new ArrayList<Long>();
        copy.copy(source, target, false, (done, _) -> begun.add(done));

        assertTrue(begun.getFirst() > 0, () -> "began at " + begun.getFirst());
    }

    private void cutNow() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void aSourceThatChangedIsCopiedAnew() throws Exception {
        var memory = new MemoryFiles();
        memory.put("data", bytes(LARGE));
        var copy = new FileCopy(memory, files());
        assertThrows(
                InterruptedException.class,
                () ->
                        copy.copy(
                                "data",
                                at("up"),
                                false,
                                (done, total) -> {
                                    if (done > total / 2) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));

        var other = "other".repeat(1000).getBytes(StandardCharsets.UTF_8);
        memory.put("data", other);
        copy.copy("data", at("up"), false, (_, _) -> {});

        assertArrayEquals(other, Files.readAllBytes(here().resolve("up")));
        assertEquals(
                new FilesProblem.Exists(at("up")),
                problem(() -> copy.copy("data", at("up"), false, (_, _) -> {})));
        memory.put("data", new byte[0]);
        copy.copy("data", at("up"), true, (_, _) -> {});
        assertEquals(0, Files.size(here().resolve("up")));
    }

    private byte[] read(String path, long from) throws IOException, InterruptedException {
        try (var in = files().read(path, from)) {
            return in.readAllBytes();
        }
    }

    private void write(String path, long size, byte[] bytes)
            throws IOException, InterruptedException {
        try (var out = files().write(path, size)) {
            out.write(bytes);
        }
    }

    private Set<String> names(String folder) throws FilesException, InterruptedException {
        return files().list(folder).stream().map(FileEntry::name).collect(Collectors.toSet());
    }

    /// Returns why something is not done.
    static FilesProblem problem(Executable question) {
        return assertThrows(FilesException.class, question).problem();
    }

    /// Returns bytes that look like none others of this size's.
    static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
