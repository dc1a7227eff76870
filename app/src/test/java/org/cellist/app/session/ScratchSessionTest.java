package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.NameKernelspec;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is tried out beside a notebook is none of the notebook's.
class ScratchSessionTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("a.ipynb");
        Files.writeString(
                path,
                """
                {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},
                "outputs":[],"source":"kept = 1"}],"metadata":{"language_info":{"name":"julia"}},
                "nbformat":4,"nbformat_minor":5}
                """);
    }

    private static void type(ScratchSession scratch, String text) {
        var cell = scratch.store().notebook().cells().getFirst().id();
        scratch.store().apply(new EditSource(cell, 0, 0, text, null));
    }

    @Test
    void whatIsTypedIsNeverSavedAndLeavesTheNotebookSaved() throws Exception {
        var before = Files.readString(path);
        try (var page = new PlayedSession(path)) {
            type(page.session.scratch(), "tried = 2");
            page.time.pass(LONG);
            page.settle();

            assertFalse(page.session.isUnsaved());
            assertEquals(new SaveState.Saved(), page.session.saveState());
            assertEquals(List.of(), page.told);
            assertEquals(before, Files.readString(path));
        }
    }

    @Test
    void itHasAnUndoHistoryOfItsOwn() {
        try (var page = new PlayedSession(path)) {
            var scratch = page.session.scratch();
            type(scratch, "tried = 2");

            assertFalse(page.session.store().canUndo());
            page.session.store().undo();
            assertEquals("tried = 2", scratch.store().notebook().cells().getFirst().source());
            scratch.store().undo();
            assertEquals("", scratch.store().notebook().cells().getFirst().source());
        }
    }

    @Test
    void itIsTheSameOneHoweverOftenItIsAskedFor() {
        try (var page = new PlayedSession(path)) {
            assertSame(page.session.scratch(), page.session.scratch());
        }
    }

    @Test
    void itIsInTheNotebooksLanguageAlsoWhenThatChanges() {
        try (var page = new PlayedSession(path)) {
            var scratch = page.session.scratch();
            assertEquals(
                    "julia",
                    scratch.store().notebook().metadata().object("language_info").string("name"));

            var kernelspec = JsonObject.EMPTY.with("language", new JsonString("R"));
            page.session.store().apply(new NameKernelspec(kernelspec));

            assertEquals(kernelspec, scratch.store().notebook().metadata().object("kernelspec"));
            assertFalse(scratch.store().canUndo());
        }
    }

    @Test
    void theNamesOfTheNotebookMayBeMeantInIt() {
        try (var page = new PlayedSession(path)) {
            type(page.session.scratch(), "tried = 2");

            assertEquals(
                    List.of("kept = 1", "tried = 2"),
                    page.session.scratch().named().stream().map(Cell::source).toList());
        }
    }

    @Test
    void itRunsOnTheNotebooksKernelWithAQueueOfItsOwn() {
        try (var page = new PlayedSession(path)) {
            var scratch = page.session.scratch();

            assertSame(page.session.kernel(), scratch.kernel());
            assertSame(scratch.queue(), scratch.queue());
            assertFalse(scratch.queue().equals(page.session.queue()));
        }
    }
}
