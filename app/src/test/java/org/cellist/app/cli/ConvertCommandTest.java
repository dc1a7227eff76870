package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.Corpus;
import org.cellist.app.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    @TempDir Path folder;

    private final StringWriter err = new StringWriter();
    private Path tour;

    @BeforeEach
    void copyTour() throws IOException {
        tour = folder.resolve("tour.ipynb");
        Files.copy(Corpus.repository().resolve("docs/examples/tour.ipynb"), tour);
    }

    @Test
    void aNotebookIsSavedByteByByte() throws IOException {
        var copy = folder.resolve("copy.ipynb");

        assertEquals(0, convert(tour, "--to", "notebook", "-o", copy));

        assertArrayEquals(Files.readAllBytes(tour), Files.readAllBytes(copy));
    }

    @Test
    void aScriptHasTheLanguagesEndingAndCellMarks() throws IOException {
        assertEquals(0, convert(tour, "--to", "script"));

        var script = Files.readString(folder.resolve("tour.py"));
        assertTrue(script.contains("\n# %%\nimport math\n"), script);
        assertTrue(script.startsWith("# %% [markdown]\n# # A tour"), script);
    }

    @Test
    void aPageIsOneFile() throws IOException {
        assertEquals(0, convert(tour, "--to", "HTML"));

        assertTrue(Files.readString(folder.resolve("tour.html")).contains("안녕하세요, Cellist"));
        assertEquals(List.of("tour.html", "tour.ipynb"), names());
    }

    @Test
    void markdownHasItsPicturesBesideIt() throws IOException {
        assertEquals(0, convert(tour, "--to", "markdown"));

        var text = Files.readString(folder.resolve("tour.md"));
        assertEquals(List.of("tour.ipynb", "tour.md", "tour_files"), names());
        assertTrue(text.contains("(tour_files/attachment_1.png)"), text);
        assertTrue(Files.exists(folder.resolve("tour_files/attachment_1.png")));
    }

    @Test
    void aBadNotebookIsNamedAndTheRestGoOn() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.ipynb"), "{");
        var made = folder.resolve("made");

        assertEquals(1, convert(bad, tour, "--to", "html", "-o", made));

        assertTrue(err.toString().contains("bad.ipynb"), err::toString);
        assertTrue(Files.exists(made.resolve("tour.html")));
    }

    @Test
    void twoNotebooksNeverBecomeOneFile() throws IOException {
        var other = Files.createDirectory(folder.resolve("other")).resolve("tour.ipynb");
        Files.copy(tour, other);
        var made = folder.resolve("made");

        assertEquals(1, convert(tour, other, "--to", "html", "-o", made));

        assertTrue(err.toString().contains(other.toString()), err::toString);
    }

    @Test
    void anotherNotebookOfTheBatchIsNeverOverwritten() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        var other = Files.copy(tour, inner.resolve("tour.ipynb"));
        var text = "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}";
        Files.writeString(tour, text);
        var link = Files.createSymbolicLink(folder.resolve("link"), folder);

        for (var order : List.of(List.of(other, tour), List.of(tour, other))) {
            for (var target : List.of(folder, inner, link)) {
                assertEquals(
                        1,
                        convert(order.get(0), order.get(1), "--to", "notebook", "-o", target),
                        err::toString);
            }
        }

        assertEquals(text, Files.readString(tour));
        assertTrue(Files.readString(other).contains("안녕하세요"));
    }

    @Test
    void twoNotebooksNeverShareAFolderOfPictures() throws IOException {
        var one = Files.copy(tour, folder.resolve("my plot (1).ipynb"));
        var other = Files.copy(tour, folder.resolve("my_plot_(1).ipynb"));

        assertEquals(0, convert(one, other, "--to", "markdown"));

        assertTrue(Files.exists(folder.resolve("my plot (1)_files/attachment_1.png")));
        assertTrue(Files.exists(folder.resolve("my_plot_(1)_files/attachment_1.png")));
        var text = Files.readString(folder.resolve("my plot (1).md"));
        assertTrue(text.contains("(my%20plot%20%281%29_files/attachment_1.png)"), text);
    }

    @Test
    void aNotebookIsNeverOverwrittenWithAnotherForm() throws IOException {
        var before = Files.readString(tour);

        assertEquals(1, convert(tour, "--to", "html", "-o", tour));

        assertEquals(before, Files.readString(tour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "html", "markdown"})
    void aReadOnlyFileStaysAndIsNamedInPlainWords(String form) throws IOException {
        var target = Files.writeString(folder.resolve("target"), "as it was");
        assertTrue(target.toFile().setReadOnly());

        assertEquals(1, convert(tour, "--to", form, "-o", target));

        assertEquals("as it was", Files.readString(target));
        assertTrue(
                err.toString().contains(Texts.of("problem").get("save.readonly")), err::toString);
        assertFalse(err.toString().contains("Exception"), err::toString);
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("made"), "");

        assertEquals(1, convert(tour, tour, "--to", "html", "-o", file.resolve("deeper")));

        assertTrue(err.toString().contains(Texts.of("problem").get("save.isfile")), err::toString);
        assertFalse(err.toString().contains("Exception"), err::toString);
    }

    @Test
    void anOldNotebookIsUpgradedUnderAnotherNameOnly() throws IOException {
        var written =
                "{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}";
        var old = Files.writeString(folder.resolve("old.ipynb"), written);
        var upgraded = folder.resolve("new.ipynb");

        assertEquals(1, convert(old, "--to", "notebook"));
        assertEquals(written, Files.readString(old));
        assertEquals(0, convert(old, "--to", "notebook", "-o", upgraded));
        assertTrue(Files.readString(upgraded).contains("\"nbformat\": 4"));
    }

    @Test
    void theFormIsAskedFor() {
        assertEquals(2, convert(tour));
        assertEquals(2, convert(tour, "--to", "pdf"));
        assertFalse(err.toString().isEmpty());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int convert(Object... arguments) {
        var all = new ArrayList<String>(List.of("convert"));
        List.of(arguments).forEach(each -> all.add(each.toString()));
        var nowhere = new PrintWriter(new StringWriter());
        return new Cli(nowhere, new PrintWriter(err, true), false, _ -> -1, (_, _) -> "")
                .run(all.toArray(String[]::new));
    }
}
