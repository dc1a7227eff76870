package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The bin of freedesktop.org's specification, as file managers read it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the bins of other systems are their own calls")
class SystemBinTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T05:06:07.89Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Path trash;
    private SystemBin bin;

    @BeforeEach
    void makeBin() {
        trash = folder.resolve("data/Trash");
        bin = SystemBin.of(Host.Os.LINUX, folder, folder.resolve("data").toString(), CLOCK);
    }

    @Test
    void aFileCanBeBroughtBack() throws IOException {
        var file = Files.writeString(folder.resolve("결과 100%.csv"), "1,2");

        bin.take(file);

        assertFalse(Files.exists(file));
        assertEquals("1,2", Files.readString(trash.resolve("files/결과 100%.csv")));
        assertEquals(
                "[Trash Info]\nPath="
                        + folder
                        + "/%EA%B2%B0%EA%B3%BC%20100%25.csv\n"
                        + "DeletionDate=2026-03-04T05:06:07\n",
                Files.readString(trash.resolve("info/결과 100%.csv.trashinfo")));
    }

    @Test
    void thingsOfOneNameDoNotReplaceEachOther() throws IOException {
        for (var text : new String[] {"first", "second", "third"}) {
            bin.take(Files.writeString(folder.resolve("a.txt"), text));
        }

        assertEquals("first", Files.readString(trash.resolve("files/a.txt")));
        assertEquals("second", Files.readString(trash.resolve("files/a.txt.2")));
        assertEquals("third", Files.readString(trash.resolve("files/a.txt.3")));
        assertTrue(Files.exists(trash.resolve("info/a.txt.3.trashinfo")));
    }

    @Test
    void aFolderGoesWhole() throws IOException {
        var made = Files.createDirectories(folder.resolve("made/deeper"));
        Files.writeString(made.resolve("x"), "x");

        bin.take(folder.resolve("made"));

        assertEquals("x", Files.readString(trash.resolve("files/made/deeper/x")));
    }

    @Test
    void ofALinkOnlyTheLinkGoes() throws IOException {
        var kept = Files.writeString(folder.resolve("kept"), "kept");
        var link = Files.createSymbolicLink(folder.resolve("link"), kept);

        bin.take(link);

        assertEquals("kept", Files.readString(kept));
        assertTrue(Files.isSymbolicLink(trash.resolve("files/link")));
    }

    @Test
    void whatIsNotThereLeavesNoNote() throws IOException {
        assertThrows(IOException.class, () -> bin.take(folder.resolve("gone")));

        try (var notes = Files.list(trash.resolve("info"))) {
            assertEquals(0, notes.count());
        }
    }

    @Test
    void withoutABinNothingIsDeleted() throws Exception {
        Files.writeString(folder.resolve("data"), "where the bin would be");
        var file = Files.writeString(folder.resolve("a.txt"), "a");
        var files = new LocalFiles(folder, bin);

        var path = PlacePaths.of(file);
        var entry = files.look(path);
        var e = assertThrows(FilesException.class, () -> files.delete(entry));

        assertEquals(new FilesProblem.NoBin(path), e.problem());
        assertEquals("a", Files.readString(file));
    }

    /// Another disk: the bin lies at its top.
    @Test
    void whatLiesOnAnotherDiskStaysThere() throws IOException {
        var shm = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(shm)
                        && !Files.getFileStore(shm).equals(Files.getFileStore(folder)),
                "there is no second disk that can be written");
        var there = Files.createTempDirectory(shm, "cellist-bin");
        try {
            var file = Files.writeString(there.resolve("a.txt"), "a");

            bin.take(file);

            var user = Files.getAttribute(there, "unix:uid");
            var kept = shm.resolve(".Trash-" + user);
            assertEquals("a", Files.readString(kept.resolve("files/a.txt")));
            assertTrue(
                    Files.readString(kept.resolve("info/a.txt.trashinfo"))
                            .contains("Path=" + shm.relativize(file) + "\n"));
            Files.delete(kept.resolve("files/a.txt"));
            Files.delete(kept.resolve("info/a.txt.trashinfo"));
        } finally {
            Files.delete(there);
        }
    }
}
