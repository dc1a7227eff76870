package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.SaveOutcome;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files and sessions; the test's thread is the owner.
class SessionDocumentsTest {

    private static final String NOTEBOOK =
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {},
               "outputs": [],
               "source": ["1"]
              }
             ],
             "metadata": {"kernelspec": {"name": "old", "extra": 1}},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    @TempDir private Path folder;
    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private SessionDocuments documents = documents();

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.ENGLISH);
        settings = SettingsStore.open(folder.resolve("settings.properties"));
        documents = documents();
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        timer.shutdownNow();
        settings.close(); // else its folder could not be deleted
    }

    @Test
    void aNotebookOpensAndBecomesRecent() throws Exception {
        var document = open(write("a.ipynb", NOTEBOOK));

        assertEquals("a.ipynb", document.name());
        assertEquals(new SaveState.Saved(), document.state().save());
        assertEquals(new RuntimeState.Wanted("old"), document.state().runtime());
        assertEquals(List.of(folder.resolve("a.ipynb")), documents.recent());
    }

    @Test
    void whatIsTriedOutIsRunAsTheNotebooksCellsAreForThoseWhoFollow() throws Exception {
        var document = open(write("a.ipynb", NOTEBOOK));
        var told = new ArrayList<String>();
        document.onChange(() -> told.add("changed"));

        var scratch = ((SessionDocument) document).session().scratch();
        var cell = scratch.store().notebook().cells().getFirst().id();
        scratch.store().apply(new EditSource(cell, 0, 0, "2", null));
        assertEquals(List.of(), List.copyOf(owner), "nothing of the notebook is another");
        scratch.queue().add(List.of(cell));
        owner.remove().run();

        assertEquals(List.of("changed"), told);
        assertEquals(new SaveState.Saved(), document.state().save());
    }

    @Test
    void aRememberedPlaceOfATextMovesWithIt() throws Exception {
        var document = open(write("a.py", "1\nx = 2\n"));
        var cell = document.notebook().cells().getFirst().id();
        var kept = document.keep(new PagePlace(cell, 6));

        edit(document);

        assertEquals(new PagePlace(cell, 8), kept.get());
    }

    @Test
    void aRememberedPlaceOfWhatIsTriedOutMovesWithIt() throws Exception {
        var document = open(write("a.ipynb", NOTEBOOK));
        var tried = ((SessionDocument) document).session().scratch().store();
        var cell = tried.notebook().cells().getFirst().id();
        tried.apply(new EditSource(cell, 0, 0, "x", null));
        var kept = document.keep(new PagePlace(cell, 1));

        tried.apply(new EditSource(cell, 0, 0, "ab", null));

        assertEquals(new PagePlace(cell, 3), kept.get());
    }

    @Test
    void aRuntimeThatTheNotebookNamesIsShownBeforeItIsStarted() throws Exception {
        var named = NOTEBOOK.replace("\"extra\": 1", "\"display_name\": \"R 4\"");
        var unnamed = NOTEBOOK.replace("\"name\": \"old\", ", "");

        var document = open(write("a.ipynb", named));

        assertEquals(new RuntimeState.Wanted("R 4"), document.state().runtime());
        assertEquals(
                new RuntimeState.NotChosen(), open(write("b.ipynb", unnamed)).state().runtime());
    }

    @Test
    void aLibrarysFileIsReadUntilAPersonWantsToChangeIt() throws Exception {
        var library = Files.createDirectories(folder.resolve("site-packages"));
        var file = library.resolve("mine.py");
        Files.writeString(file, "x = 1\n");
        var document = open(file);
        assertInstanceOf(Access.Library.class, document.state().access());
        assertFalse(document.proposedName().equals("mine.py"));
        assertEquals(List.of(), documents.recent());

        document.allowWriting();
        Files.writeString(file, "x = 22\n");
        document.reload();
        pumpUntil(() -> document.notebook().cells().getFirst().source().equals("x = 22\n"));

        assertEquals(new Access.Writable(), document.state().access());
    }

    @Test
    void aFileReadAheadIsOpenedFromWhatWasRead() throws Exception {
        var file = write("a.ipynb", NOTEBOOK);

        documents.readAhead(file);

        assertEquals(1, open(file).notebook().cells().size());
    }

    @Test
    void aBrokenFileIsRefusedInWordsAndReadableAsText() throws Exception {
        var refusal =
                assertInstanceOf(Opened.Refused.class, opened(write("a.ipynb", "{\"cells\": [")))
                        .refusal();

        assertEquals("This file ends in the middle.", refusal.happened());
        assertTrue(refusal.readable());
    }

    @Test
    void aFileThatIsNotThereSaysSo() throws Exception {
        var refusal =
                assertInstanceOf(Opened.Refused.class, opened(folder.resolve("gone.ipynb")))
                        .refusal();

        assertEquals("This file is not there.", refusal.happened());
    }

    @Test
    void anEditIsPendingUntilItIsSaved() throws Exception {
        var document = open(write("a.ipynb", NOTEBOOK));
        var told = new ArrayList<String>();
        document.onChange(() -> told.add("changed"));

        edit(document);
        assertEquals(new SaveState.Unsaved(), document.state().save());
        document.save(_ -> {});
        pumpUntil(() -> document.state().save() instanceof SaveState.Saved);

        assertTrue(Files.readString(folder.resolve("a.ipynb")).contains("\"2+1\""));
        assertTrue(!told.isEmpty());
    }

    @Test
    void aForeignChangeIsSeenAndBothAreKept() throws Exception {
        var file = write("a.ipynb", NOTEBOOK);
        var document = open(file);
        edit(document);
        write("a.ipynb", NOTEBOOK.replace("\"1\"", "\"theirs\""));

        document.lookAtFile();
        pumpUntil(() -> document.state().foreignChange());
        document.keepBoth(_ -> {});
        pumpUntil(() -> document.state().save() instanceof SaveState.Saved);

        assertEquals("theirs", document.notebook().cells().getFirst().source());
        var copy = folder.resolve("a (my edits).ipynb");
        assertTrue(Files.readString(copy).contains("\"2+1\""));
    }

    @Test
    void whatIsEditedWhileTheCopyIsWrittenIsInTheCopyToo() throws Exception {
        var file = write("a.ipynb", NOTEBOOK);
        var document = open(file);
        edit(document);
        write("a.ipynb", NOTEBOOK.replace("\"1\"", "\"theirs\""));
        document.lookAtFile();
        pumpUntil(() -> document.state().foreignChange());

        document.keepBoth(_ -> edit(document));
        pumpUntil(() -> document.state().save() instanceof SaveState.Saved);

        assertEquals("theirs", document.notebook().cells().getFirst().source());
        var copy = folder.resolve("a (my edits).ipynb");
        assertTrue(Files.readString(copy).contains("\"2+1+1\""));
        assertTrue(Files.notExists(folder.resolve("a (my edits 2).ipynb")));
    }

    @Test
    void aNotebookThatMustStayAsItIsIsSavedUnderAnotherName() throws Exception {
        var twice = NOTEBOOK.replace("\"metadata\": {}", "\"metadata\": {}, \"metadata\": {}");

        assertEquals("a (my edits).ipynb", open(write("a.ipynb", twice)).proposedName());
        assertEquals("b.ipynb", open(write("b.ipynb", NOTEBOOK)).proposedName());
        assertEquals("Untitled.ipynb", documents.create().proposedName());
    }

    @Test
    void aFileThatIsFoundGoneIsRecentNoMore() throws Exception {
        var file = write("a.ipynb", NOTEBOOK);
        open(file);
        Files.delete(file);

        opened(file);

        assertEquals(List.of(), documents.recent());
    }

    @Test
    void aFileInUtf16IsShownAsTheTextItIs() throws Exception {
        var file = folder.resolve("a.ipynb");
        Files.write(file, "{\"한\": 1}".getBytes(StandardCharsets.UTF_16LE));
        var opened = new ArrayList<Opened>();

        documents.openText(file, opened::add);
        pumpUntil(() -> !opened.isEmpty());

        var document = assertInstanceOf(Opened.Ready.class, opened.getFirst()).document();
        assertFalse(document.isNotebook());
        assertEquals("{\"한\": 1}", document.notebook().cells().getFirst().source());
    }

    @Test
    void aFailedSaveIsExplained() throws Exception {
        var document = open(write("a.ipynb", NOTEBOOK));
        edit(document);
        var outcomes = new ArrayList<SaveOutcome>();

        document.saveAs(folder.resolve("gone").resolve("b.ipynb"), outcomes::add);
        pumpUntil(() -> !outcomes.isEmpty());

        assertEquals(
                List.of(new SaveOutcome.Failed("The folder is gone. Save it somewhere else.")),
                outcomes);
    }

    @Test
    void newNotebooksHaveNamesOfTheirOwn() {
        assertEquals("Untitled.ipynb", documents.create().name());
        assertEquals("Untitled 2.ipynb", documents.create().name());
        assertEquals(new SaveState.NoFile(), documents.create().state().save());
    }

    @Test
    void aTextKeepsItsLineEndsWhenItIsSaved() throws Exception {
        var file = write("a.py", "a = 1\r\nb = 2\r\n\n# 가");
        var document = open(file);
        edit(document);
        var outcomes = new ArrayList<SaveOutcome>();

        document.save(outcomes::add);
        pumpUntil(() -> !outcomes.isEmpty());

        var cell = document.notebook().cells().getFirst();
        assertEquals(cell.source(), Files.readString(file));
        assertTrue(cell.source().endsWith(" = 1\r\nb = 2\r\n\n# 가"), cell.source());
    }

    @Test
    void aTextInAnOldEncodingIsReadOnlyUntilItIsSavedElsewhere() throws Exception {
        var file = folder.resolve("a.txt");
        byte[] bytes = "서울\n".getBytes(Charset.forName("x-windows-949"));
        Files.write(file, bytes);
        var document = open(file);
        var outcomes = new ArrayList<SaveOutcome>();
        assertInstanceOf(Access.ReadOnly.class, document.state().access());

        document.saveAs(folder.resolve("b.txt"), outcomes::add);
        pumpUntil(() -> !outcomes.isEmpty());

        assertEquals("서울\n", Files.readString(folder.resolve("b.txt")));
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertInstanceOf(Access.Writable.class, document.state().access());
    }

    @Test
    void aProgramIsRefused() throws Exception {
        var file = folder.resolve("a.bin");
        Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 1});

        var refused = assertInstanceOf(Opened.Refused.class, opened(file)).refusal();

        assertEquals("This file is neither a text nor a picture.", refused.happened());
        assertFalse(refused.readable());
    }

    private SessionDocuments documents() {
        var thread = new Owner(owner::add, owner::add);
        return new SessionDocuments(TestDesk.of(thread, timer, settings, this::page));
    }

    private NotebookPage page(NotebookSession session) {
        throw new AssertionError("no pages in this test: " + session.file().path());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private Document open(Path file) throws InterruptedException {
        return assertInstanceOf(Opened.Ready.class, opened(file)).document();
    }

    private Opened opened(Path file) throws InterruptedException {
        var results = new ArrayList<Opened>();
        documents.open(file, results::add);
        pumpUntil(() -> !results.isEmpty());
        return results.getFirst();
    }

    private static void edit(Document document) {
        var cell = document.notebook().cells().getFirst().id();
        ((SessionDocument) document)
                .session()
                .store()
                .apply(new EditSource(cell, 0, 1, "2+1", null));
    }

    /// Does what the owner is asked to do until the condition holds.
    private void pumpUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = owner.poll(20, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing happened for 20 seconds");
            }
            task.run();
        }
    }
}
