package org.cellist.app.session.away;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cellist.app.session.away.AwayCopies.Fetch;
import org.cellist.app.session.away.AwayCopies.Sent;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.MemoryFiles;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Copies of files of another machine, which is another folder of this disk here.
class AwayCopiesTest {

    private final PlaceFiles files = new KernelBridge(null, ConsentStore.NOTHING).files();
    @TempDir Path disk;
    private Path there = Path.of("");
    private AwayCopies copies = new AwayCopies(Path.of(""));

    @BeforeEach
    void makeFile() throws IOException {
        Files.createDirectories(disk.resolve("box"));
        there = Files.writeString(disk.resolve("box/train.py"), "one");
        copies = new AwayCopies(disk.resolve("copies"));
    }

    @Test
    void aCopyKnowsWhereItIsFrom() throws Exception {
        var copy = open();

        assertEquals("one", Files.readString(copy));
        assertEquals("train.py", String.valueOf(copy.getFileName()));
        assertEquals(Optional.of(origin()), copies.origin(copy));
        assertEquals(Optional.empty(), copies.origin(there));
    }

    @Test
    void equalNamesOfOtherFoldersDoNotMeet() throws Exception {
        Files.createDirectories(disk.resolve("other"));
        Files.writeString(disk.resolve("other/train.py"), "another");
        var other = new Origin("box", PlacePaths.of(disk.resolve("other/train.py")));

        assertFalse(open().equals(copies.begin(other, files, files).copy()));
    }

    /// What a machine says can be anything.
    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a\\..\\b", "c:d", "e\u0000f", "g."})
    void aNameNeverLeadsElsewhere(String name) throws Exception {
        var odd = new MemoryFiles();
        odd.put("/x/" + name, new byte[1]);

        var copy = copies.begin(new Origin("box", "/x/" + name), odd, files).copy();

        assertEquals(disk.resolve("copies"), folderOf(folderOf(copy.normalize())));
        assertFalse(copy.toString().contains("\\"), copy::toString);
    }

    @Test
    void whatHasNotChangedIsNotBroughtAgain() throws Exception {
        open();

        assertFalse(begin().isWanted());
        Files.writeString(there, "changed");
        assertTrue(begin().isWanted());
    }

    @Test
    void whatIsSavedIsSent() throws Exception {
        var copy = open();
        assertEquals(Sent.SENT, send(copy));

        Files.writeString(copy, "two edits");

        assertEquals(Sent.SENT, send(copy));
        assertEquals("two edits", Files.readString(there));
        assertTrue(copies.isSent(copy, files));
        assertFalse(copies.isChangedThere(copy, files));
        assertFalse(begin().isWanted());
    }

    @Test
    void whatWasChangedThereIsNotWrittenOver() throws Exception {
        var copy = open();
        Files.writeString(copy, "here");
        Files.writeString(there, "theirs!");

        assertEquals(Sent.CHANGED_THERE, send(copy));
        assertEquals("theirs!", Files.readString(there));
        assertTrue(copies.isChangedThere(copy, files));

        assertEquals(Sent.SENT, copies.send(copy, files, files, true));
        assertEquals("here", Files.readString(there));
    }

    @Test
    void whatWasNotSentIsNotWrittenOver() throws Exception {
        var copy = open();
        Files.writeString(copy, "edits in an earlier window");
        Files.writeString(there, "theirs!");

        var again = begin();

        assertFalse(again.isWanted());
        assertEquals("edits in an earlier window", Files.readString(again.copy()));
    }

    @Test
    void whatWasNotSentIsFoundByTheNextProgram() throws Exception {
        var next = new AwayCopies(disk.resolve("copies"));
        assertEquals(List.of(), next.unsent(files), "no copy was ever made");
        var copy = open();
        assertEquals(List.of(), next.unsent(files));

        Files.writeString(copy, "edits in an earlier window");
        assertEquals(List.of(copy), next.unsent(files));

        assertEquals(Sent.SENT, send(copy));
        assertEquals(List.of(), next.unsent(files));
    }

    @Test
    void bothCanBeKept() throws Exception {
        var copy = open();
        Files.writeString(copy, "here");
        Files.writeString(there, "theirs!");
        Files.writeString(disk.resolve("box/mine 1.py"), "taken");

        copies.sendBeside(copy, i -> "mine " + i + ".py", files, files);
        copies.fetchAgain(copy, files, files);

        assertEquals("taken", Files.readString(disk.resolve("box/mine 1.py")));
        assertEquals("here", Files.readString(disk.resolve("box/mine 2.py")));
        assertEquals("theirs!", Files.readString(copy));
        assertTrue(copies.isSent(copy, files));
    }

    @Test
    void aFileThatIsGoneThereIsWrittenAgain() throws Exception {
        var copy = open();
        Files.writeString(copy, "here");
        Files.delete(there);

        assertEquals(Sent.SENT, send(copy));
        assertEquals("here", Files.readString(there));
    }

    @Test
    void withItsFolderGoneNothingIsLost() throws Exception {
        var copy = open();
        Files.writeString(copy, "here");
        Files.delete(there);
        Files.delete(there.getParent());

        var problem = assertThrows(FilesException.class, () -> send(copy)).problem();

        assertTrue(problem instanceof FilesProblem.Missing, problem::toString);
        assertEquals("here", Files.readString(copy));
        assertFalse(copies.isSent(copy, files));
    }

    @Test
    void withoutItsRecordACopyIsAFileOfThisMachine() throws Exception {
        var copy = open();
        Files.delete(disk.resolve("copies/" + folderOf(copy).getFileName() + ".properties"));

        assertEquals(Optional.empty(), copies.origin(copy));
        assertThrows(IOException.class, () -> send(copy));
        assertFalse(begin().isWanted(), "it may hold edits");
    }

    @Test
    void aProgramThatEndsWaitsForWhatIsOnItsWay() throws Exception {
        assertTrue(copies.awaitQuiet(Duration.ZERO));
        copies.leaves();
        assertFalse(copies.awaitQuiet(Duration.ofMillis(1)));

        var sending = Thread.ofVirtual().start(copies::arrived);

        assertTrue(copies.awaitQuiet(Duration.ofSeconds(20)));
        sending.join();
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private Origin origin() {
        return new Origin("box", PlacePaths.of(there));
    }

    private Fetch begin() throws Exception {
        return copies.begin(origin(), files, files);
    }

    private Path open() throws Exception {
        var fetch = begin();
        if (fetch.isWanted()) {
            new FileCopy(files, files)
                    .copy(fetch.origin().path(), PlacePaths.of(fetch.copy()), true, (_, _) -> {});
            copies.fetched(fetch, files);
        }
        return fetch.copy();
    }

    private Sent send(Path copy) throws Exception {
        return copies.send(copy, files, files, false);
    }
}
