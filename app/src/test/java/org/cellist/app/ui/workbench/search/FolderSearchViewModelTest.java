package org.cellist.app.ui.workbench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.PatternFault;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.search.FolderSummary;
import org.cellist.app.storage.search.FolderSummary.End;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.cellist.app.ui.workbench.FakeDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchViewModelTest {

    private final List<Runnable> toFx = new ArrayList<>();
    @TempDir private Path folder;
    private FolderSearchViewModel model = model(Runnable::run, Runnable::run, Map.of());

    private static FolderSearchViewModel model(
            Executor background, Executor fx, Map<Path, Notebook> open) {
        return new FolderSearchViewModel(
                new FindThreads(background, fx, Runnable::run), () -> open);
    }

    @BeforeEach
    void write() throws IOException {
        write("b.ipynb", "a needle", "x");
        write("sub/a.ipynb", "x", "needle needle");
        Files.writeString(folder.resolve("broken.ipynb"), "{");
    }

    @Test
    void matchesStandBelowTheirFilesInOrderAndUnreadableOnesAtTheEnd() {
        model = model(Runnable::run, command -> addSafely(command), Map.of());
        model.offerFolder(folder);

        find("needle");
        runFx();

        assertEquals(
                List.of(
                        "b.ipynb 1",
                        "  0 a needle first",
                        "a.ipynb 2",
                        "  1 needle needle first",
                        "  1 needle needle",
                        "broken.ipynb unreadable"),
                model.rows().stream().map(FolderSearchViewModelTest::said).toList());
        assertEquals(
                new SearchState.Done(
                        3,
                        2,
                        new FolderSummary(
                                2, End.COMPLETE, List.of(folder.resolve("broken.ipynb")))),
                model.stateProperty().get());
    }

    @Test
    void theFolderIsTheNotebooksUntilAnotherIsChosen() {
        model.offerFolder(folder);
        model.offerFolder(null);
        assertEquals(folder, model.folderProperty().get());

        model.chooseFolder(folder.resolve("sub"));
        model.offerFolder(folder);

        assertEquals(folder.resolve("sub"), model.folderProperty().get());
    }

    @Test
    void whatAnOlderSearchBringsIsDropped() {
        model = model(Runnable::run, command -> addSafely(command), Map.of());
        model.offerFolder(folder);
        find("needle");

        find("nowhere");
        runFx();

        assertEquals(
                List.of("broken.ipynb unreadable"),
                model.rows().stream().map(FolderSearchViewModelTest::said).toList());
    }

    @Test
    void aCancelledSearchSaysSo() {
        var background = new ArrayList<Runnable>();
        model = model(background::add, Runnable::run, Map.of());
        model.offerFolder(folder);
        find("needle");

        model.cancel();
        background.removeFirst().run();

        var done = assertInstanceOf(SearchState.Done.class, model.stateProperty().get());
        assertEquals(End.CANCELLED, done.summary().end());
    }

    @Test
    void anUnsavedNotebookIsSearchedAsItIsInTheWindow() {
        var open = FakeDocument.notebookOf(FakeDocument.code("c", "unsaved needle"));
        model =
                model(
                        Runnable::run,
                        command -> addSafely(command),
                        Map.of(folder.resolve("b.ipynb"), open));
        model.offerFolder(folder);

        find("unsaved");
        runFx();

        assertEquals("  0 unsaved needle first", said(model.rows().get(1)));
    }

    @Test
    void aConditionIsAskedForAgainOnceSomethingWasSearched() {
        model.offerFolder(folder);
        model.queryProperty().set(FindQuery.of("(").withPattern(true));
        model.refine();
        assertEquals(new SearchState.Idle(), model.stateProperty().get());

        model.search();
        assertEquals(new SearchState.Faulty(PatternFault.OPEN_GROUP), model.stateProperty().get());
    }

    private void find(String text) {
        model.queryProperty().set(FindQuery.of(text));
        model.search();
    }

    /// Files are searched on several threads.
    private void addSafely(Runnable command) {
        synchronized (toFx) {
            toFx.add(command);
        }
    }

    private void runFx() {
        synchronized (toFx) {
            toFx.forEach(Runnable::run);
            toFx.clear();
        }
    }

    private static String said(SearchRow row) {
        return switch (row) {
            case SearchRow.OfFile(var file, var count, _) -> file.getFileName() + " " + count;
            case SearchRow.Hit(_, var excerpt, var isFirst) ->
                    "  " + excerpt.index() + " " + excerpt.line() + (isFirst ? " first" : "");
            case SearchRow.Unreadable(var file) -> file.getFileName() + " unreadable";
        };
    }

    private void write(String name, String... sources) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var cells = new ArrayList<Cell>();
        for (var source : sources) {
            cells.add(FakeDocument.code("c" + cells.size(), source));
        }
        var notebook = NewNotebook.empty().withCells(cells);
        Files.write(file, new NotebookWriter().write(notebook).toByteArray());
    }
}
