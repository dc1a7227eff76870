package org.cellist.app.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.FailingSteps.Step;
import org.cellist.app.storage.SaveOutcome.NotSaved;
import org.cellist.app.storage.SaveOutcome.Reason;
import org.cellist.app.storage.SaveOutcome.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a save does when the disk refuses a step, and with files that are none of the usual.
class SaveFaultsTest {

    private static final Notebook OLD = SavedInALoop.version(1);
    private static final Notebook NEW = SavedInALoop.version(2);
    private static final long DEAD = 4_000_000_000L;

    @TempDir private Path folder;
    private final NotebookFiles files = new NotebookFiles();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COPY_ATTRIBUTES")
    void aStepThatFailsLeavesTheOldFileAndNothingElse(Step step) throws IOException {
        var path = saved("a.ipynb");
        var before = Files.readAllBytes(path);
        var failing =
                new NotebookFiles(new FailingSteps(step, new IOException("Input/output error")));

        var outcome = notSaved(failing.save(opened(path), NEW));

        assertEquals(new NotSaved(path, Reason.OTHER, "Input/output error"), outcome);
        assertTrue(new FileProblemWords().explain(outcome).contains("Input/output error"));
        assertEquals(List.of("a.ipynb"), names());
        assertArrayEquals(before, Files.readAllBytes(path));
    }

    @Test
    void aSaveWorksAgainAfterOneThatFailed() throws IOException {
        var path = saved("a.ipynb");
        var failing = new NotebookFiles(new FailingSteps(Step.MOVE, new IOException("no")));

        var result = failing.save(opened(path), NEW);

        assertInstanceOf(Saved.class, files.save(result.file(), NEW).outcome());
    }

    @Test
    void aFullDiskIsCalledSo() throws IOException {
        var path = saved("a.ipynb");
        var full = new IOException("No space left on device");

        var result = new NotebookFiles(new FailingSteps(Step.WRITE, full)).save(opened(path), NEW);

        assertEquals(Reason.DISK_FULL, notSaved(result).reason());
    }

    @Test
    void aFolderThatMayNotBeWrittenIsCalledSo() throws IOException {
        var path = saved("a.ipynb");
        var denied = new AccessDeniedException(path.toString());
        var failing = new NotebookFiles(new FailingSteps(Step.CREATE, denied));

        var old = failing.save(opened(path), NEW);
        var fresh = failing.saveAs(opened(path), NEW, folder.resolve("b.ipynb"));

        assertEquals(Reason.FOLDER_READ_ONLY, notSaved(old).reason());
        assertEquals(Reason.NO_PERMISSION, notSaved(fresh).reason());
        assertHolds(OLD, path);
    }

    @Test
    void aDiskThatRefusesModesAndOwnersHoldsTheNewContentAllTheSame() throws IOException {
        var path = saved("a.ipynb");
        var refused = new IOException("Operation not permitted");
        var failing = new NotebookFiles(new FailingSteps(Step.COPY_ATTRIBUTES, refused));

        var result = failing.save(opened(path), NEW);

        assertInstanceOf(Saved.class, result.outcome());
        assertHolds(NEW, path);
        assertEquals(List.of("a.ipynb"), names());
    }

    @Test
    void whatAnotherProgramPutsInThePlaceOfALostFileStays() throws IOException {
        for (var step : List.of(Step.FORCE, Step.MOVE)) {
            var path = saved("a.ipynb");
            var opened = opened(path);
            Files.delete(path);
            var meddling = new FailingSteps(step, () -> Files.writeString(path, "another's"));

            var result = new NotebookFiles(meddling).saveAnew(opened, NEW);

            assertInstanceOf(SaveOutcome.ChangedOnDisk.class, result.outcome());
            assertEquals("another's", Files.readString(path));
            assertEquals(List.of("a.ipynb"), names());
        }
    }

    @Test
    void aLostFileIsWrittenAgain() throws IOException {
        var path = saved("a.ipynb");
        var opened = opened(path);
        Files.delete(path);

        assertInstanceOf(Saved.class, files.saveAnew(opened, NEW).outcome());
        assertHolds(NEW, path);
    }

    @Test
    void whatIsNoFileIsNeitherReadNorReplaced() throws IOException {
        var device = Files.createSymbolicLink(folder.resolve("a.ipynb"), Path.of("/dev/zero"));

        var outcome = notSaved(files.saveAs(files.create(), NEW, device));
        var read = assertInstanceOf(OpenOutcome.Unreadable.class, files.open(device));

        assertEquals(Reason.NOT_A_FILE, outcome.reason());
        assertEquals(OpenOutcome.Reason.NOT_A_FILE, read.reason());
        assertFalse(Files.isRegularFile(Path.of("/dev/zero")));
        assertEquals(List.of("a.ipynb"), names());
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        var path = saved("a.ipynb");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));

        var result = files.save(opened(path), NEW);

        assertEquals(Reason.READ_ONLY_FILE, notSaved(result).reason());
        assertHolds(OLD, path);
    }

    @Test
    void theContentIsForcedToTheDiskBeforeItTakesTheOldOnesPlace() throws IOException {
        var path = saved("a.ipynb");
        var seen = new ArrayList<String>();
        var steps = new FailingSteps(Step.MOVE, () -> seen.addAll(names()));

        new NotebookFiles(steps).save(opened(path), NEW);

        assertEquals(List.of(Step.values()), steps.begun());
        assertEquals(2, seen.size());
        assertTrue(seen.getFirst().startsWith(".~a.ipynb."), seen::toString);
    }

    @Test
    void aReadOnlyLeftoverHindersNoLaterSave() throws IOException {
        var path = saved("a.ipynb");
        var live = ProcessHandle.current().pid();
        for (var pid : List.of(DEAD, live)) {
            var left = folder.resolve(leftover(".~a.ipynb." + pid + "-0123abcd", 3600));
            Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("r--r--r--"));
        }

        assertInstanceOf(Saved.class, files.save(opened(path), NEW).outcome());
        assertHolds(NEW, path);
    }

    @Test
    void aLinkIntoAnotherFolderIsSavedThere() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        var path = saved("inner/b.ipynb");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        var link = Files.createSymbolicLink(folder.resolve("a.ipynb"), Path.of("inner/b.ipynb"));
        var seen = new ArrayList<String>();
        var steps =
                new FailingSteps(
                        Step.MOVE,
                        () -> {
                            try (var files = Files.list(inner)) {
                                files.forEach(file -> seen.add(file.getFileName().toString()));
                            }
                        });

        new NotebookFiles(steps).save(opened(link), NEW);

        assertEquals(2, seen.size());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertHolds(NEW, path);
    }

    @Test
    void twoWhoOpenedOneFileDoNotOverwriteEachOther() throws IOException {
        var path = saved("a.ipynb");
        var mine = opened(path);
        var others = opened(path);
        files.save(others, NEW);

        var result = new NotebookFiles().save(mine, SavedInALoop.version(3));

        assertInstanceOf(SaveOutcome.ChangedOnDisk.class, result.outcome());
        assertHolds(NEW, path);
    }

    @Test
    void aFolderInPlaceOfTheFileIsNotReplaced() throws IOException {
        var path = Files.createDirectory(folder.resolve("a.ipynb"));

        var result = files.saveAs(files.create(), NEW, path);

        assertEquals(Reason.IS_FOLDER, notSaved(result).reason());
        assertTrue(Files.isDirectory(path));
    }

    @Test
    void aLinkWhoseTargetIsYetToBeMadeStaysALink() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        var link = Files.createSymbolicLink(folder.resolve("a.ipynb"), Path.of("inner/b.ipynb"));

        var result = files.saveAs(files.create(), NEW, link);

        assertInstanceOf(Saved.class, result.outcome());
        assertTrue(Files.isSymbolicLink(link));
        assertHolds(NEW, inner.resolve("b.ipynb"));
    }

    @Test
    void aLinkToItselfIsAnErrorThatNamesIt() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("a.ipynb"), Path.of("a.ipynb"));

        var outcome = notSaved(files.saveAs(files.create(), NEW, link));

        assertEquals(Reason.OTHER, outcome.reason());
        assertTrue(outcome.details().contains("a.ipynb"));
    }

    @Test
    void anotherHardLinkKeepsTheOldContent() throws IOException {
        var path = saved("a.ipynb");
        var other = Files.createLink(folder.resolve("b.ipynb"), path);

        files.save(opened(path), NEW);

        assertHolds(NEW, path);
        assertHolds(OLD, other);
    }

    @ParameterizedTest
    @EnumSource
    void aNameAsLongAsTheDiskTakesIsSaved(LongName name) throws IOException {
        var path = saved(name.text);

        var result = files.save(opened(path), NEW);

        assertInstanceOf(Saved.class, result.outcome());
        assertHolds(NEW, path);
        assertEquals(List.of(name.text), names());
    }

    /// Names of 255 bytes.
    enum LongName {
        LATIN("n".repeat(249) + ".ipynb"),
        KOREAN("노".repeat(83) + ".ipynb"),
        BEYOND_16_BITS("😀".repeat(62) + "n.ipynb");

        private final String text;

        LongName(String text) {
            this.text = text;
        }
    }

    @Test
    void aPrivateNotebookIsNeverReadableByOthersWhileItIsSaved() throws IOException {
        var path = saved("a.ipynb");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        var failing = new FailingSteps(Step.FORCE, new IOException("no"));

        new NotebookFiles(failing).save(opened(path), NEW);

        assertEquals("rw-------", failing.modeWhenWritten());
    }

    @Test
    void aChangeOfTheSameLengthAndTimeIsNotOverwritten() throws IOException {
        var path = saved("a.ipynb");
        var opened = opened(path);
        var time = Files.getLastModifiedTime(path);
        var foreign = Files.readString(path).replace('1', '3');
        Files.writeString(path, foreign);
        Files.setLastModifiedTime(path, time);

        var result = files.save(opened, NEW);

        assertInstanceOf(SaveOutcome.ChangedOnDisk.class, result.outcome());
        assertEquals(foreign, Files.readString(path));
    }

    @Test
    void whatAKilledProcessLeftIsDeletedWithTheNextSave() throws IOException {
        var path = saved("a.ipynb");
        var opened = opened(path);
        leftover(".~a.ipynb." + DEAD + "-0123abcd", 3600);

        files.save(opened, NEW);

        assertEquals(List.of("a.ipynb"), names());
    }

    @Test
    void whatMayBeAnotherSaveOrIsNoneOfOursStays() throws IOException {
        var path = saved("a.ipynb");
        var live = ProcessHandle.current().pid();
        var kept =
                List.of(
                        leftover(".~a.ipynb." + live + "-0123abcd", secondsSinceStart() - 1),
                        leftover(".~a.ipynb." + DEAD + "-89abcdef", 0),
                        leftover(".~a.ipynb." + DEAD + "-0123abcg", 3600),
                        leftover(".~a.ipynb.mine", 3600),
                        leftover(".~b.ipynb." + DEAD + "-0123abcd", 3600),
                        leftover("a.ipynb." + DEAD + "-0123abcd", 3600));

        files.save(opened(path), NEW);

        assertTrue(names().containsAll(kept), () -> "left are " + left());
    }

    @Test
    void whatWasWrittenBeforeTheProcessOfThatNumberStartedIsDeleted() throws IOException {
        var path = saved("a.ipynb");
        var reused = ProcessHandle.current().pid();
        var left = leftover(".~a.ipynb." + reused + "-0123abcd", secondsSinceStart() + 3600);

        files.open(path);

        assertFalse(names().contains(left));
    }

    private static long secondsSinceStart() {
        var start = ProcessHandle.current().info().startInstant().orElseThrow();
        return Instant.now().getEpochSecond() - start.getEpochSecond();
    }

    private String leftover(String name, long secondsAgo) throws IOException {
        var file = Files.writeString(folder.resolve(name), "half");
        var time = FileTime.from(Instant.now().minusSeconds(secondsAgo));
        Files.setLastModifiedTime(file, time);
        return name;
    }

    private Path saved(String name) {
        var path = folder.resolve(name);
        assertInstanceOf(Saved.class, files.saveAs(files.create(), OLD, path).outcome());
        return path;
    }

    private NotebookFile opened(Path path) {
        return assertInstanceOf(OpenOutcome.Opened.class, files.open(path)).file();
    }

    private static NotSaved notSaved(NotebookFiles.Result result) {
        return assertInstanceOf(NotSaved.class, result.outcome());
    }

    private void assertHolds(Notebook notebook, Path path) {
        assertEquals(
                notebook.cells().getFirst().source(),
                opened(path).notebook().cells().getFirst().source());
    }

    private String left() {
        try {
            return names().toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> names() throws IOException {
        try (var left = Files.list(folder)) {
            return left.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
