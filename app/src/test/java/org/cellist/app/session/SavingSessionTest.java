package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When an open notebook is written, and that nothing is lost when another program writes too.
class SavingSessionTest {

    private static final SaveState SAVED = new SaveState.Saved();
    private static final SaveState UNSAVED = new SaveState.Unsaved();
    private static final SaveState SAVING = new SaveState.Saving();
    private static final SaveState CHANGED = new SaveState.ChangedOnDisk();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("a.ipynb");
        Files.writeString(path, notebook("0"));
    }

    @Test
    void aChangeIsWrittenAfterTwoSecondsOfQuiet() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            page.time.pass(Duration.ofMillis(1999));
            page.settle();
            var before = page.session.saveState();

            page.time.pass(Duration.ofMillis(1));
            page.untilIs(SAVED);

            assertEquals(UNSAVED, before);
            assertEquals(notebook("10"), Files.readString(path));
        }
    }

    @Test
    void typingOnAndOnIsWrittenAfterThirtySeconds() throws Exception {
        try (var page = new PlayedSession(path)) {
            for (int i = 0; i < 30; i++) {
                page.type("1");
                page.settle();
                assertEquals(UNSAVED, page.session.saveState(), "after " + i + " s");
                page.time.pass(SECOND);
            }

            page.untilIs(SAVED);
        }
    }

    @Test
    void aLargeFileIsWrittenAfterSixtySecondsOfTyping() throws Exception {
        Files.writeString(path, notebook("x".repeat((20 << 20) + 1)));
        try (var page = new PlayedSession(path)) {
            for (int i = 0; i < 60; i++) {
                page.type("1");
                page.settle();
                assertEquals(UNSAVED, page.session.saveState(), "after " + i + " s");
                page.time.pass(SECOND);
            }

            page.untilIs(SAVED);
        }
    }

    @Test
    void aSaveDuringASaveFollowsWithTheNewest() throws Exception {
        try (var page = new PlayedSession(path)) {
            var outcomes = new ArrayList<SaveOutcome>();
            page.type("1");
            page.session.save(outcomes::add);

            page.type("2");
            page.session.save(outcomes::add);
            page.until(() -> outcomes.size() == 2);

            assertEquals(SAVED, page.session.saveState());
            assertEquals(notebook("210"), Files.readString(path));
        }
    }

    @Test
    void aChangeDuringASaveStaysUnsavedAndIsWrittenAfterAPause() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            page.session.save(_ -> {});
            page.type("2");
            page.next();
            var between = page.session.saveState();

            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);

            assertEquals(UNSAVED, between);
            assertEquals(notebook("210"), Files.readString(path));
        }
    }

    @Test
    void aSaveThatComesDueDuringASaveIsMadeUpFor() throws Exception {
        try (var page = new PlayedSession(path)) {
            var outcomes = new ArrayList<SaveOutcome>();
            page.type("1");
            page.session.save(outcomes::add);
            page.type("2");
            page.time.pass(Duration.ofSeconds(2));
            page.until(() -> outcomes.size() == 1);
            page.settle();

            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);

            assertEquals(notebook("210"), Files.readString(path));
        }
    }

    @Test
    void theThirtySecondsCountAnewAfterASave() throws Exception {
        try (var page = new PlayedSession(path)) {
            typeFor20Seconds(page);
            page.session.save(_ -> {});
            page.untilIs(SAVED);

            typeFor20Seconds(page);
        }
    }

    @Test
    void theThirtySecondsCountAnewAfterAReload() throws Exception {
        try (var page = new PlayedSession(path)) {
            typeFor20Seconds(page);
            page.session.reload();
            page.untilIs(SAVED);

            typeFor20Seconds(page);
        }
    }

    private static void typeFor20Seconds(PlayedSession page) {
        for (int i = 0; i < 20; i++) {
            page.type("1");
            page.settle();
            assertEquals(UNSAVED, page.session.saveState(), "after " + i + " s");
            page.time.pass(SECOND);
        }
    }

    @Test
    void whatWasSavedByHandIsNotWrittenAgain() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            page.session.save(_ -> {});
            page.untilIs(SAVED);

            page.time.pass(Duration.ofMinutes(1));
            page.settle();

            assertEquals(List.of(UNSAVED, SAVING, SAVED), page.told);
        }
    }

    @Test
    void aSaveUnderAnotherNameDuringASaveFollowsIt() throws Exception {
        try (var page = new PlayedSession(path)) {
            var outcomes = new ArrayList<SaveOutcome>();
            var other = folder.resolve("b.ipynb");
            page.type("1");
            page.session.save(outcomes::add);

            page.session.saveAs(other, outcomes::add);
            page.until(() -> outcomes.size() == 2);

            assertEquals(List.of(UNSAVED, SAVING, SAVED, SAVING, SAVED), page.told);
            assertEquals(other, page.session.file().path());
            assertEquals(notebook("10"), Files.readString(other));
        }
    }

    @Test
    void anOverwriteDuringASaveFollowsIt() throws Exception {
        try (var page = new PlayedSession(path)) {
            var outcomes = new ArrayList<SaveOutcome>();
            page.type("1");
            page.session.save(outcomes::add);

            page.session.overwrite(outcomes::add);
            page.until(() -> outcomes.size() == 2);

            assertEquals(List.of(UNSAVED, SAVING, SAVED, SAVING, SAVED), page.told);
        }
    }

    @Test
    void aReloadDuringASaveFollowsIt() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            page.session.save(_ -> {});

            page.session.reload();
            page.until(() -> page.told.equals(List.of(UNSAVED, SAVING, SAVED, UNSAVED, SAVED)));

            assertEquals("10", page.source());
        }
    }

    @Test
    void aSaveThatFailsIsSaidAndTheNextChangeTriesAgain() throws Exception {
        try (var page = new PlayedSession(path)) {
            var away = folder.resolveSibling(folder.getFileName() + "-away");
            Files.move(folder, away);
            page.type("1");
            page.time.pass(Duration.ofSeconds(2));
            page.until(() -> page.session.saveState() instanceof SaveState.Failed);
            assertTrue(page.session.isUnsaved());
            assertEquals("10", page.source());
            Files.move(away, folder);

            page.type("2");
            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);

            assertEquals(notebook("210"), Files.readString(path));
        }
    }

    @Test
    void anotherProgramsContentIsNotOverwritten() throws Exception {
        try (var page = new PlayedSession(path)) {
            page.type("1");
            Files.writeString(path, notebook("theirs"));

            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(CHANGED);
            page.type("2");
            page.time.pass(Duration.ofMinutes(2));
            page.settle();

            assertEquals(CHANGED, page.session.saveState());
            assertEquals(notebook("theirs"), Files.readString(path));
            assertEquals("210", page.source());
        }
    }

    @Test
    void nothingIsWrittenByItselfWhileThePersonMustDecide() throws Exception {
        try (var page = contested()) {
            page.time.pass(Duration.ofMinutes(1));
            page.settle();

            assertFalse(page.told.contains(SAVING));
        }
    }

    @Test
    void overwritingWritesWhatIsHere() throws Exception {
        try (var page = contested()) {
            page.session.overwrite(_ -> {});
            page.untilIs(SAVED);

            assertEquals(notebook("10"), Files.readString(path));
            page.type("2");
            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);
            assertEquals(notebook("210"), Files.readString(path));
        }
    }

    @Test
    void overwritingKeepsTheLinkAndThePermissions() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link.ipynb"), path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        try (var page = new PlayedSession(link)) {
            page.type("1");
            Files.writeString(path, notebook("theirs"));

            page.session.overwrite(_ -> {});
            page.untilIs(SAVED);

            assertTrue(Files.isSymbolicLink(link));
            assertEquals(notebook("10"), Files.readString(path));
            assertEquals(
                    "rw-r-----",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
    }

    @Test
    void anOverwriteThatFailsStillGuardsTheFile() throws Exception {
        try (var page = contested()) {
            var away = folder.resolveSibling(folder.getFileName() + "-away");
            Files.move(folder, away);
            page.session.overwrite(_ -> {});
            page.until(() -> page.session.saveState() instanceof SaveState.Failed);
            Files.move(away, folder);

            page.session.save(_ -> {});
            page.untilIs(CHANGED);

            assertEquals(notebook("theirs"), Files.readString(path));
        }
    }

    @Test
    void reloadingTakesWhatTheFileHolds() throws Exception {
        try (var page = contested()) {
            page.session.reload();
            page.untilIs(SAVED);

            assertEquals("theirs", page.source());
            assertFalse(page.session.isUnsaved());
            assertEquals(0, page.time.waiting());
        }
    }

    @Test
    void whatWasReloadedIsSavedOverWhatWasRead() throws Exception {
        try (var page = contested()) {
            page.session.reload();
            page.untilIs(SAVED);

            page.type("1");
            page.time.pass(Duration.ofSeconds(2));
            page.untilIs(SAVED);

            assertEquals(notebook("1theirs"), Files.readString(path));
        }
    }

    @Test
    void reloadingAFileThatIsGoneKeepsWhatIsHere() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.delete(path);

            page.session.reload();
            page.untilIs(UNSAVED);

            assertEquals("0", page.source());
            assertTrue(page.session.isUnsaved());
        }
    }

    @Test
    void withNothingUnsavedTheNewContentIsTaken() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.writeString(path, notebook("theirs"));

            page.session.lookAtFile();
            page.until(() -> page.source().equals("theirs"));

            assertEquals(SAVED, page.session.saveState());
        }
    }

    @Test
    void anEditMadeWhileTheNewContentIsReadIsKept() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.writeString(path, notebook("theirs"));
            page.session.lookAtFile();
            page.next();

            page.type("1");
            page.untilIs(CHANGED);

            assertEquals("10", page.source());
        }
    }

    @Test
    void aFileThatIsGoneLeavesTheNotebookUnsavedAndASaveWritesItAgain() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.delete(path);
            page.session.lookAtFile();
            page.untilIs(UNSAVED);
            assertTrue(page.session.isUnsaved());

            page.session.save(_ -> {});
            page.untilIs(SAVED);

            assertEquals(notebook("0"), Files.readString(path));
            assertFalse(page.session.isUnsaved());
        }
    }

    @Test
    void aFileThatCameBackUnchangedIsSavedAgain() throws Exception {
        try (var page = new PlayedSession(path)) {
            var away = Files.move(path, folder.resolve("away"));
            page.session.lookAtFile();
            page.untilIs(UNSAVED);

            Files.move(away, path);
            page.session.lookAtFile();
            page.untilIs(SAVED);

            assertFalse(page.session.isUnsaved());
        }
    }

    @Test
    void aFileThatIsNoNotebookAnyMoreIsNotTaken() throws Exception {
        try (var page = new PlayedSession(path)) {
            Files.writeString(path, "<<<<<<< HEAD");

            page.session.lookAtFile();
            page.untilIs(CHANGED);

            assertEquals("0", page.source());
            assertTrue(page.session.isUnsaved());
            page.session.save(_ -> {});
            page.next();
            assertEquals("<<<<<<< HEAD", Files.readString(path));
        }
    }

    @Test
    void closingEndsTheTimers() throws Exception {
        var page = new PlayedSession(path);
        page.type("1");

        page.close();

        assertEquals(0, page.time.waiting());
    }

    @Test
    void aChangeAfterClosingIsNotWritten() {
        var page = new PlayedSession(path);
        page.close();

        page.type("1");

        assertEquals(0, page.time.waiting());
    }

    @Test
    void aNotebookWithoutAFileIsNeverWrittenByItself() {
        try (var page = new PlayedSession(new NotebookFiles().create())) {
            var cell = NewNotebook.cell(CellType.CODE, "1");
            page.session.store().apply(new InsertCells(0, List.of(cell)));

            assertEquals(0, page.time.waiting());
            assertEquals(UNSAVED, page.session.saveState());
        }
    }

    @Test
    void aNotebookForLookingOnlyIsNeverWritten() throws Exception {
        var twice = notebook("0").replace("\"metadata\"", "\"metadata\": {}, \"metadata\"");
        Files.writeString(path, twice);
        try (var page = new PlayedSession(path)) {
            page.type("1");
            assertEquals(0, page.time.waiting());

            page.session.overwrite(_ -> {});
            page.until(() -> page.session.saveState() instanceof SaveState.Failed);

            var failed = assertInstanceOf(SaveState.Failed.class, page.session.saveState());
            assertEquals(SaveOutcome.Reason.READ_ONLY_NOTEBOOK, failed.why().reason());
            assertEquals(twice, Files.readString(path));
        }
    }

    /// A session with an edit, whose file another program has changed.
    private PlayedSession contested() throws Exception {
        var page = new PlayedSession(path);
        page.type("1");
        Files.writeString(path, notebook("theirs"));
        page.session.lookAtFile();
        page.untilIs(CHANGED);
        return page;
    }

    private static String notebook(String source) {
        return """
        {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
         "source": "%s"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """
                .formatted(source);
    }
}
