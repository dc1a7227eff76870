package org.cellist.app.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.snippets.SnippetShelf.Saved;
import org.cellist.app.storage.OpenOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetShelfTest {

    private static final List<Cell> CELLS = List.of(NewNotebook.cell(CellType.CODE, "a = 1"));

    @TempDir private Path temporary;

    @Test
    void savedSnippetsStandInOneNotebookInTheirOrder() throws IOException {
        var shelf = new SnippetShelf(temporary.resolve("new/snippets"));

        assertInstanceOf(Saved.Done.class, shelf.save("First", CELLS));
        assertInstanceOf(Saved.Done.class, shelf.save("Second", CELLS));

        var own = shelf.folder().resolve(SnippetShelf.OWN);
        assertInstanceOf(
                ReadOutcome.Editable.class, new NotebookReader().read(Files.readAllBytes(own)));
        var read = shelf.read(Locale.ENGLISH);
        assertEquals(
                List.of("My snippets: First", "My snippets: Second"),
                read.snippets().stream().limit(2).map(SnippetShelfTest::name).toList());
        assertEquals(List.of(), read.unread());
    }

    @Test
    void aBrokenFileIsNamedAndHurtsNoOther() throws IOException {
        var shelf = new SnippetShelf(temporary);
        shelf.save("First", CELLS);
        Files.writeString(temporary.resolve("A broken one.ipynb"), "{");
        Files.createDirectory(temporary.resolve("folder.ipynb"));
        Files.writeString(temporary.resolve("notes.txt"), "{");

        var read = shelf.read(Locale.ENGLISH);

        assertEquals("My snippets: First", name(read.snippets().getFirst()));
        assertEquals(2, read.unread().size());
        var broken = assertInstanceOf(OpenOutcome.NotANotebook.class, read.unread().getFirst());
        assertEquals(temporary.resolve("A broken one.ipynb"), broken.path());
    }

    @Test
    void aBrokenNotebookOfOnesOwnIsNeverWrittenOver() throws IOException {
        var own = temporary.resolve(SnippetShelf.OWN);
        Files.writeString(own, "{ mine");

        assertInstanceOf(Saved.Unread.class, new SnippetShelf(temporary).save("First", CELLS));

        assertEquals("{ mine", Files.readString(own));
    }

    @Test
    void thoseOfTheProgramAreThereInBothLanguages() {
        var shelf = new SnippetShelf(temporary.resolve("none"));
        var english = shelf.read(Locale.ENGLISH).snippets();
        var korean = shelf.read(Locale.KOREAN).snippets();

        assertTrue(english.size() >= 25, () -> english.size() + " snippets");
        assertEquals(
                english.stream().map(it -> it.cells().size()).toList(),
                korean.stream().map(it -> it.cells().size()).toList());
        assertEquals("Read a CSV file", english.getFirst().title());
        assertEquals("CSV 파일 읽기", korean.getFirst().title());
        assertFalse(Files.exists(shelf.folder()));
    }

    private static String name(Snippet snippet) {
        return snippet.group() + ": " + snippet.title();
    }
}
