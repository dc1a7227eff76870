package org.cellist.kernel.runtime.local;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlaceFilesContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes symbolic links")
class LocalFilesTest implements PlaceFilesContract {

    private static final FileCopy.Progress NOBODY = (_, _) -> {};

    @TempDir Path folder;
    @TempDir Path data; // where the bin is
    private LocalFiles files;

    @BeforeEach
    void makeFiles() {
        files =
                new LocalFiles(
                        folder,
                        SystemBin.of(
                                Host.Os.current(), folder, data.toString(), Clock.systemUTC()));
    }

    @Test
    void aFolderIsListedWithWhatLinksLeadTo() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "four");
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("to-sub"), folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("to-nowhere"), folder.resolve("gone"));

        var entries = files.list(files.home());

        assertEquals(
                Set.of(
                        "a.txt FILE false 4",
                        "sub FOLDER false -1",
                        "to-sub FOLDER true -1",
                        "to-nowhere OTHER true -1"),
                entries.stream().map(LocalFilesTest::words).collect(toSet()));
    }

    private static String words(FileEntry entry) {
        return entry.name() + " " + entry.kind() + " " + entry.isLink() + " " + entry.size();
    }

    @Test
    void nothingIsReplacedByRenaming() throws Exception {
        Files.writeString(folder.resolve("a"), "a");
        Files.writeString(folder.resolve("b"), "b");

        assertProblem(() -> files.rename(at("a"), at("b")), new FilesProblem.Exists(at("b")));
        assertEquals("b", Files.readString(folder.resolve("b")));
    }

    @Test
    void whatNoFileIsCalledIsRefused() {
        assertProblem(() -> files.look("a\0b"), new FilesProblem.BadName("a\0b"));
    }

    @Test
    void writingGoesOnWhereItIsToldTo() throws Exception {
        Files.writeString(folder.resolve("a"), "0123456789");

        try (var out = files.write(at("a"), 4)) {
            out.write("abc".getBytes(StandardCharsets.UTF_8));
        }

        assertEquals("0123abc", Files.readString(folder.resolve("a")));
        try (var in = files.read(at("a"), 5)) {
            assertEquals("bc", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCopyIsThereWholeAndLeavesNoPart() throws Exception {
        Files.writeString(folder.resolve("a"), "content");
        Files.createDirectory(folder.resolve("to"));

        var made = new FileCopy(files, files).copy(at("a"), at("to/b"), false, NOBODY);

        assertEquals(List.of(made), files.list(at("to")));
        assertEquals("content", Files.readString(folder.resolve("to/b")));
        assertProblem(
                () -> new FileCopy(files, files).copy(at("a"), at("to/b"), false, NOBODY),
                new FilesProblem.Exists(at("to/b")));
    }

    @Override
    public PlaceFiles files() {
        return files;
    }

    @Override
    public String folder() {
        return files.home();
    }

    @Override
    public Path here() {
        return folder;
    }

    @Override
    public void cut() {
        throw new AssertionError("there is no connection");
    }

    /// What is under way here is cut off by an interrupt alone.
    @Test
    @Override
    public void aCopyThatIsCutOffGoesOnFromItsPart() throws Exception {
        var bytes = new byte[LARGE];
        Files.write(folder.resolve("a"), bytes);
        var copy = new FileCopy(files, files);
        assertThrows(
                InterruptedException.class,
                () ->
                        copy.copy(
                                at("a"),
                                at("b"),
                                false,
                                (done, total) -> {
                                    if (done > total / 2) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));

        var begun = new ArrayList<Long>();
        copy.copy(at("a"), at("b"), false, (done, _) -> begun.add(done));

        assertTrue(begun.getFirst() > LARGE / 2);
        assertEquals(-1, Files.mismatch(folder.resolve("a"), folder.resolve("b")));
    }

    private String at(String name) {
        return files.home() + "/" + name;
    }

    private static void assertProblem(Executable call, FilesProblem problem) {
        assertEquals(problem, assertThrows(FilesException.class, call).problem());
    }
}
