package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.app.storage.SaveOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a notebook whose disk is full, away or worse.
class SaveFailureSessionTest {

    private static final SaveState SAVED = new SaveState.Saved();
    private static final SaveState UNSAVED = new SaveState.Unsaved();
    private static final SaveState CHANGED = new SaveState.ChangedOnDisk();

    @TempDir Path temporary;
    private Path folder = Path.of("");
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(temporary.resolve("folder"));
        path = folder.resolve("a.ipynb");
        Files.writeString(path, notebook("0"));
    }

    @Test
    void aSaveThatFailedIsTriedAgainByItself() throws Exception {
        try (var page = failed()) {
            comeBack();

            page.time.pass(Duration.ofSeconds(5));
            page.untilIs(SAVED);

            assertEquals(notebook("10"), Files.readString(path));
        }
    }

    @Test
    void everyRetryWaitsTwiceAsLongAsTheOneBefore() throws Exception {
        try (var page = failed()) {
            page.time.pass(Duration.ofSeconds(5));
            page.until(() -> page.time.waiting() == 1);
            comeBack();

            page.time.pass(Duration.ofMillis(9_999));
            page.settle();
            long before = page.time.waiting();
            page.time.pass(Duration.ofMillis(1));
            page.untilIs(SAVED);

            assertEquals(1, before);
            assertEquals(notebook("10"), Files.readString(path));
        }
    }

    @Test
    void aNotebookThatIsClosedIsNotTriedAgain() throws Exception {
        var page = failed();

        page.close();

        assertEquals(0, page.time.waiting());
    }

    @Test
    void thatASaveFailedStaysSaidUntilOneDoesNot() throws Exception {
        try (var page = failed()) {
            var why = page.session.saveState();
            page.told.clear();

            page.type("2");
            page.session.lookAtFile();
            page.next();
            page.session.save(_ -> {});
            page.next();
            comeBack();
            page.session.save(_ -> {});
            page.until(() -> !page.told.isEmpty());

            assertInstanceOf(SaveState.Failed.class, why);
            assertEquals(List.of(SAVED), page.told);
        }
    }

    @Test
    void aCopyThatFailedLeavesASavedNotebookSaved() throws Exception {
        try (var page = new PlayedSession(path)) {
            var outcomes = new ArrayList<SaveOutcome>();

            page.session.saveAs(folder.resolve("none").resolve("b.ipynb"), outcomes::add);
            page.until(() -> !outcomes.isEmpty());

            assertInstanceOf(SaveOutcome.NotSaved.class, outcomes.getFirst());
            assertEquals(SAVED, page.session.saveState());
        }
    }

    @Test
    void aSaveThatThrowsIsAFailedSaveAndNotTheLast() throws Exception {
        var archive = archive();
        try (var page = new PlayedSession(archive.getPath("/a.ipynb"))) {
            var outcomes = new ArrayList<SaveOutcome>();
            page.type("1");
            archive.close();

            page.session.save(outcomes::add);
            page.until(() -> outcomes.size() == 1);
            page.session.saveAs(path, outcomes::add);
            page.until(() -> outcomes.size() == 2);

            var thrown = assertInstanceOf(SaveOutcome.NotSaved.class, outcomes.getFirst());
            assertEquals(SaveOutcome.Reason.OTHER, thrown.reason());
            assertTrue(thrown.details().contains("ClosedFileSystemException"), thrown.details());
            assertEquals(notebook("10"), Files.readString(path));
        }
    }

    @Test
    void aReadThatThrowsKeepsWhatIsHere() throws Exception {
        var archive = archive();
        try (var page = new PlayedSession(archive.getPath("/a.ipynb"))) {
            archive.close();

            page.session.lookAtFile();
            page.untilIs(CHANGED);

            assertEquals("0", page.source());
        }
    }

    @Test
    void aFileThatIsAgainWhatItWasIsWrittenAgain() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            Files.writeString(path, notebook("theirs"));
            page.session.lookAtFile();
            page.untilIs(CHANGED);

            Files.writeString(path, notebook("0"));
            page.session.lookAtFile();
            page.untilIs(UNSAVED);
            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);

            assertEquals(notebook("10"), Files.readString(path));
        }
    }

    @Test
    void aReloadCanBeTakenBack() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            Files.writeString(path, notebook("theirs"));
            page.session.reload();
            page.until(() -> page.source().equals("theirs"));

            page.session.store().undo();

            assertEquals("10", page.source());
            assertTrue(page.session.isUnsaved());
        }
    }

    @Test
    void whatWasTakenWithoutAWordIsNoStep() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.writeString(path, notebook("theirs"));

            page.session.lookAtFile();
            page.until(() -> page.source().equals("theirs"));

            assertFalse(page.session.store().canUndo());
        }
    }

    @Test
    void anEditSinceTheCopyWasMadeStopsTheReload() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            var kept = page.session.store().notebook();
            var told = new ArrayList<String>();
            page.session.reloadKept(kept, () -> told.add("edited"));

            page.type("2");
            page.next();

            assertEquals(List.of("edited"), told);
            assertEquals("210", page.source());
        }
    }

    /// A session with an edit that could not be saved, because the folder is away.
    private PlayedSession failed() throws Exception {
        var page = new PlayedSession(path);
        page.type("1");
        Files.move(folder, temporary.resolve("away"));
        page.time.pass(Duration.ofSeconds(2));
        page.until(() -> page.session.saveState() instanceof SaveState.Failed);
        return page;
    }

    private void comeBack() throws IOException {
        Files.move(temporary.resolve("away"), folder);
    }

    /// A file system that throws whatever is asked of it once it is closed.
    private FileSystem archive() throws IOException {
        var archive =
                FileSystems.newFileSystem(temporary.resolve("a.zip"), Map.of("create", "true"));
        Files.writeString(archive.getPath("/a.ipynb"), notebook("0"));
        return archive;
    }

    private static String notebook(String source) {
        return """
        {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
         "source": "%s"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """
                .formatted(source);
    }
}
