package org.cellist.app.ui.workbench.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.ui.output.port.CodeColourer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsViewModelTest {

    private static final List<Cell> CELLS = List.of(NewNotebook.cell(CellType.CODE, "a = 1"));

    private final Locale before = Locale.getDefault();
    private final List<String> failures = new ArrayList<>();
    @TempDir private Path folder;
    private SnippetsViewModel model;

    @BeforeEach
    void make() {
        Locale.setDefault(Locale.ENGLISH);
        model = new SnippetsViewModel(TestSnippets.in(folder));
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void snippetsStandBelowTheirGroups() {
        model.refresh();

        assertEquals(
                List.of("# Read and write files", "Read a CSV file", "Read an Excel sheet"),
                lines().subList(0, 3));
    }

    @Test
    void allWordsOfTheSearchMustFit() {
        model.refresh();
        model.filterProperty().set("PIVOT margins");

        assertEquals(List.of("# Tables", "Pivot table"), lines());
        model.filterProperty().set("pivot nowhere");
        assertEquals(List.of(), lines());
    }

    @Test
    void whatIsSavedIsListedAtOnce() {
        model.save("Mine", CELLS, failures::add);

        assertEquals(List.of("# My snippets", "Mine"), lines().subList(0, 2));
        assertEquals(List.of(), failures);
    }

    @Test
    void aBrokenFileIsNamedInWordsAndNothingIsSavedOverIt() throws IOException {
        Files.writeString(folder.resolve(SnippetShelf.OWN), "{");

        model.refresh();
        model.save("Mine", CELLS, failures::add);

        var words = model.unreadProperty().get();
        assertEquals(words, failures);
        assertTrue(words.getFirst().startsWith("“My snippets.ipynb” is left out. "));
        assertFalse(lines().isEmpty());
    }

    @Test
    void onlyTheLastReadingCounts() {
        var toFx = new ArrayList<Runnable>();
        var shelf = new SnippetShelf(folder);
        model =
                new SnippetsViewModel(
                        new SnippetDesk(
                                shelf,
                                CodeColourer.PLAIN,
                                _ -> {},
                                Runnable::run,
                                task -> assertTrue(toFx.add(task))));
        model.refresh();
        shelf.save("Mine", CELLS);
        model.refresh();

        toFx.getLast().run();
        toFx.getFirst().run();

        assertEquals(List.of("# My snippets", "Mine"), lines().subList(0, 2));
    }

    @Test
    void theFolderIsMadeBeforeItIsShown() {
        var shown = new ArrayList<URI>();
        var missing = folder.resolve("a/b");
        model =
                new SnippetsViewModel(
                        new SnippetDesk(
                                new SnippetShelf(missing),
                                CodeColourer.PLAIN,
                                shown::add,
                                Runnable::run,
                                Runnable::run));

        model.showFolder(failures::add);

        assertTrue(Files.isDirectory(missing));
        assertEquals(List.of(missing.toUri()), shown);
        assertEquals(List.of(), failures);
    }

    private List<String> lines() {
        return model.rows().stream()
                .map(
                        row ->
                                switch (row) {
                                    case SnippetRow.Group(var name) -> "# " + name;
                                    case SnippetRow.Entry(var snippet) -> snippet.title();
                                })
                .toList();
    }
}
