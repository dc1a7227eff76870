package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.TreeCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes symbolic links")
class TreeCopyTest {

    @TempDir Path folder;
    private LocalFiles files;

    @BeforeEach
    void makeFiles() throws IOException {
        files =
                new LocalFiles(
                        folder, SystemBin.of(Host.Os.current(), folder, null, Clock.systemUTC()));
        Files.createDirectories(folder.resolve("a/deep/empty"));
        Files.writeString(folder.resolve("a/one"), "11");
        Files.writeString(folder.resolve("a/deep/two"), "222");
        Files.createSymbolicLink(folder.resolve("a/round"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/link"), folder.resolve("a/one"));
    }

    @Test
    void aFolderComesWithAllThatIsInIt() throws Exception {
        var copy = copy("a", "b", false);
        var told = new ArrayList<Long>();

        copy.run(
                (done, total) -> {
                    assertEquals(7, total);
                    told.add(done);
                });

        assertEquals(
                "{deep=, deep/empty=, deep/two=222, link=11, one=11}", content("b").toString());
        assertFalse(Files.isSymbolicLink(folder.resolve("b/link")));
        assertEquals(List.of(files.home() + "/a/round"), copy.leftOut());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(7, told.getLast());
    }

    /// The second run would be refused if it copied again what is there.
    @Test
    void whatWasCutOffGoesOn() throws Exception {
        var copy = copy("a", "b", false);
        var stop = new FilesException(new FilesProblem.NotOffered());
        assertThrows(
                IllegalStateException.class,
                () ->
                        copy.run(
                                (done, _) -> {
                                    if (done > 2) {
                                        throw new IllegalStateException(stop);
                                    }
                                }));

        copy.run((_, _) -> {});

        assertEquals(
                "{deep=, deep/empty=, deep/two=222, link=11, one=11}", content("b").toString());
    }

    @Test
    void aFolderThatIsThereIsFilledUp() throws Exception {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/one"), "old");
        Files.writeString(folder.resolve("b/own"), "own");

        assertThrows(FilesException.class, () -> copy("a", "b", false).run((_, _) -> {}));
        assertEquals("old", Files.readString(folder.resolve("b/one")));

        copy("a", "b", true).run((_, _) -> {});
        assertEquals("11", Files.readString(folder.resolve("b/one")));
        assertEquals("own", Files.readString(folder.resolve("b/own")));
    }

    @Test
    void aFolderDoesNotComeIntoItself() {
        var refused =
                assertThrows(
                        FilesException.class, () -> copy("a", "a/deep/a", false).run((_, _) -> {}));

        assertEquals(new FilesProblem.IntoItself(files.home() + "/a"), refused.problem());
        assertFalse(Files.exists(folder.resolve("a/deep/a")));
    }

    @Test
    void aPartThatIsNotWantedIsDeleted() throws Exception {
        var copy = copy("a/one", "one", false);
        assertThrows(
                IllegalStateException.class,
                () ->
                        copy.run(
                                (done, _) -> {
                                    if (done == 2) {
                                        throw new IllegalStateException();
                                    }
                                }));
        try (var all = Files.list(folder)) {
            assertTrue(all.anyMatch(it -> it.toString().endsWith(".part")));
        }

        copy.discard();

        try (var all = Files.list(folder)) {
            assertFalse(all.anyMatch(it -> it.toString().contains("one")));
        }
    }

    private TreeCopy copy(String from, String to, boolean replaces) {
        return new TreeCopy(
                new FileCopy(files, files),
                files.home() + "/" + from,
                files.home() + "/" + to,
                replaces);
    }

    private Map<String, String> content(String name) throws IOException {
        var content = new TreeMap<String, String>();
        var root = folder.resolve(name);
        try (var all = Files.walk(root)) {
            for (var each : all.filter(it -> !it.equals(root)).toList()) {
                var text = Files.isDirectory(each) ? "" : Files.readString(each);
                content.put(root.relativize(each).toString(), text);
            }
        }
        return content;
    }
}
