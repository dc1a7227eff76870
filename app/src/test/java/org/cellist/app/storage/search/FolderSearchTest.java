package org.cellist.app.storage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.QueryOutcome;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.search.FolderSummary.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchTest {

    @TempDir private Path folder;
    private final Map<Path, FileMatches> found = Collections.synchronizedMap(new TreeMap<>());
    private final SearchLimit limit = new SearchLimit();

    @Test
    void notebooksOfAllFoldersAreSearchedButHiddenOnes() throws IOException {
        write("a.ipynb", "x = needle");
        write("sub/b.ipynb", "nothing", "a needle and a needle");
        write("sub/.ipynb_checkpoints/b.ipynb", "needle");
        write(".git/c.ipynb", "needle");
        Files.writeString(folder.resolve("needle.txt"), "needle");

        var summary = search("needle", Map.of());

        assertEquals(new FolderSummary(2, End.COMPLETE, List.of()), summary);
        assertEquals(List.of("a.ipynb: x = needle"), lines("a.ipynb"));
        assertEquals(
                List.of("b.ipynb: a needle and a needle", "b.ipynb: a needle and a needle"),
                lines("sub/b.ipynb"));
    }

    @Test
    void aLinkToAFolderAboveEndsThere() throws IOException {
        write("sub/a.ipynb", "needle");
        Files.createSymbolicLink(folder.resolve("sub/again"), folder);

        var summary = search("needle", Map.of());

        assertEquals(new FolderSummary(1, End.COMPLETE, List.of()), summary);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        write("a.ipynb", "needle");
        var broken = Files.writeString(folder.resolve("broken.ipynb"), "{");

        var summary = search("needle", Map.of());

        assertEquals(new FolderSummary(1, End.COMPLETE, List.of(broken)), summary);
    }

    @Test
    void openNotebooksAreSearchedAsTheyAreInTheWindow() throws IOException {
        write("a.ipynb", "needle in the file");
        var open = Map.of(folder.resolve("a.ipynb"), notebook("an unsaved needle"));

        search("needle", open);

        assertEquals(List.of("a.ipynb: an unsaved needle"), lines("a.ipynb"));
    }

    @Test
    void tooManyFilesAndTooManyMatchesAreSaid() throws IOException {
        write("a.ipynb", "x x x");
        write("b.ipynb", "x x x");

        var fewFiles = search(new FolderSearch(1, 100), "x", Map.of());
        var fewMatches = search(new FolderSearch(10, 4), "x", Map.of());

        assertEquals(End.MANY_FILES, fewFiles.end());
        assertEquals(End.MANY_MATCHES, fewMatches.end());
        assertEquals(4, found.values().stream().mapToInt(each -> each.excerpts().size()).sum());
    }

    @Test
    void aSearchThatIsCancelledEnds() throws IOException {
        write("a.ipynb", "x");
        limit.cancel();

        assertEquals(End.CANCELLED, search("x", Map.of()).end());
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        folder = folder.resolve("gone");

        assertEquals(End.NO_FOLDER, search("x", Map.of()).end());
    }

    @Test
    void nothingIsWrittenInTheFolder() throws IOException {
        write("a.ipynb", "needle");
        var stray = Files.writeString(folder.resolve(".a.ipynb.cellist-1.tmp"), "stray");

        search("needle", Map.of());

        assertTrue(Files.exists(stray));
    }

    private FolderSummary search(String text, Map<Path, Notebook> open) {
        return search(new FolderSearch(), text, open);
    }

    private FolderSummary search(FolderSearch search, String text, Map<Path, Notebook> open) {
        found.clear();
        if (SearchPattern.of(FindQuery.of(text)) instanceof QueryOutcome.Usable(var pattern)) {
            return search.search(
                    folder, pattern, open, limit, each -> found.put(each.file(), each));
        }
        throw new AssertionError(text);
    }

    private List<String> lines(String file) {
        var matches = found.get(folder.resolve(file));
        return matches == null
                ? List.of()
                : matches.excerpts().stream()
                        .map(excerpt -> matches.file().getFileName() + ": " + excerpt.line())
                        .toList();
    }

    private void write(String name, String... sources) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new NotebookWriter().write(notebook(sources)).toByteArray());
    }

    private static Notebook notebook(String... sources) {
        return NewNotebook.empty()
                .withCells(
                        List.of(sources).stream()
                                .map(source -> NewNotebook.cell(CellType.CODE, source))
                                .toList());
    }
}
