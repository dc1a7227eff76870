package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.SaveState;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.workbench.ScriptedPrompts.Answer;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.app.ui.workbench.session.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closing tabs of real sessions and files. The test's thread is the owner, and no pulse comes.
class ClosingTest {

    private static final Path NEW = Path.of("new");

    @TempDir private Path folder;
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Map<Path, NotebookSession> sessions = new HashMap<>();
    private final List<Runnable> composed = new ArrayList<>();
    private final ScriptedPrompts person = new ScriptedPrompts();
    private boolean unapplied;
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private WorkbenchViewModel model = model();
    private Saving saving = saving();

    @BeforeEach
    void start() {
        settings = SettingsStore.open(folder.resolve("settings.properties"));
        model = model();
        saving = saving();
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
        settings.close(); // else its folder could not be deleted
    }

    @Test
    void anEditAndACloseInOnePulseIsSaved() throws Exception {
        var file = opened("a.ipynb");
        type(file, "1");

        saving.close(tab(file));
        pumpUntil(() -> model.tabs().isEmpty());

        assertEquals(notebook("10"), Files.readString(file));
    }

    @Test
    void whatIsTypedBesideANotebookIsAskedAboutBeforeItCloses() throws Exception {
        var file = opened("a.ipynb");
        unapplied = true;

        saving.close(tab(file));
        assertEquals(List.of("unapplied a.ipynb"), person.questions);
        assertEquals(1, model.tabs().size());

        person.answer = Answer.DISCARD;
        saving.close(tab(file));
        pumpUntil(() -> model.tabs().isEmpty());
    }

    @Test
    void whatIsStillComposedIsSaved() throws Exception {
        var file = opened("a.ipynb");
        composed.add(() -> type(file, "1"));

        saving.close(tab(file));
        pumpUntil(() -> model.tabs().isEmpty());

        assertEquals(notebook("10"), Files.readString(file));
    }

    @Test
    void whatIsTypedWhileTheLastSaveIsWrittenIsSavedToo() throws Exception {
        var file = opened("a.ipynb");
        type(file, "1");
        saving.close(tab(file));

        type(file, "2");
        pumpUntil(() -> model.tabs().isEmpty());

        assertEquals(notebook("210"), Files.readString(file));
    }

    @Test
    void aTabThatChangesWhileTheOthersAreSavedIsSavedAgain() throws Exception {
        var first = opened("a.ipynb");
        var second = opened("b.ipynb");
        type(first, "1");
        type(second, "1");
        var went = new ArrayList<String>();
        saving.closeAll(() -> went.add("on"));

        pumpUntil(() -> sessions(first).saveState() instanceof SaveState.Saved);
        type(first, "2");
        pumpUntil(() -> !went.isEmpty());

        assertEquals(List.of(), model.tabs());
        assertEquals(notebook("210"), Files.readString(first));
        assertEquals(notebook("10"), Files.readString(second));
    }

    @Test
    void tabsStayWithTheirKernelsWhenThePersonKeepsTheLast() throws Exception {
        var first = opened("a.ipynb");
        type(first, "1");
        model.create();
        model.tabs().getLast().document().orElseThrow().newPage();
        type(NEW, "1 + 1");

        saving.closeAll(() -> {});
        pumpUntil(() -> !person.questions.isEmpty());
        assertEquals(2, model.tabs().size());
        type(first, "2");

        person.answer = Answer.DISCARD;
        saving.closeAll(() -> {});
        pumpUntil(() -> model.tabs().isEmpty());
        assertEquals(notebook("210"), Files.readString(first));
    }

    private Path opened(String name) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve(name), notebook("0"));
        model.open(List.of(file));
        pumpUntil(() -> tab(file).document().isPresent());
        tab(file).document().orElseThrow().newPage();
        return file;
    }

    private TabViewModel tab(Path file) {
        return model.tabs().stream()
                .filter(tab -> file.equals(tab.file()))
                .findFirst()
                .orElseThrow();
    }

    private NotebookSession sessions(Path file) {
        var session = sessions.get(file);
        if (session == null) {
            throw new AssertionError("no session of " + file);
        }
        return session;
    }

    private void type(Path file, String text) {
        var store = sessions(file).store();
        var cell = store.notebook().cells().getFirst().id();
        store.apply(new EditSource(cell, 0, 0, text, null));
    }

    private Saving saving() {
        return new Saving(
                model,
                person,
                new Saving.Pages() {
                    @Override
                    public void commitComposition(Document document) {
                        commit(document);
                    }

                    @Override
                    public boolean hasUnapplied(Document document) {
                        return unapplied;
                    }
                });
    }

    private void commit(Document ignored) {
        composed.forEach(Runnable::run);
        composed.clear();
    }

    private WorkbenchViewModel model() {
        var thread = new Owner(owner::add, _ -> {});
        var desk = TestDesk.of(thread, timer, settings, this::page);
        return new WindowSet(new SessionDocuments(desk)).add();
    }

    private NotebookPage page(NotebookSession session) {
        var file = session.file().path();
        sessions.put(file == null ? NEW : file, session);
        return new FakePage(new FakeDocument(file));
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

    private static String notebook(String source) {
        return """
        {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
         "source": "%s"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """
                .formatted(source);
    }
}
