package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `cellist run` refuses before anything runs.
class RunCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path notebook;

    @BeforeEach
    void writeNotebook() throws IOException {
        notebook = folder.resolve("n.ipynb");
        Files.write(notebook, new NotebookWriter().write(NewNotebook.empty()).toByteArray());
    }

    @Test
    void aNotebookMustBeNamed() {
        assertEquals(2, run());
        assertTrue(err.toString().contains("NOTEBOOK"), err::toString);
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(2, run(folder.resolve("gone.ipynb").toString()));
        assertTrue(err.toString().contains("gone.ipynb"), err::toString);
    }

    @Test
    void whatIsNoNotebookIsExplained() throws IOException {
        Files.writeString(notebook, "{\"a\": 1}");

        assertEquals(2, run(notebook.toString()));
        assertTrue(err.toString().contains("n.ipynb"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x=[1", "1=2"})
    void aParameterThatIsNoneIsQuoted(String written) {
        assertEquals(2, run(notebook.toString(), "-p", written));
        assertTrue(err.toString().contains(written), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "NaN"})
    void aTimeoutIsAPositiveNumber(String written) {
        assertEquals(2, run(notebook.toString(), "--timeout", written));
        assertTrue(err.toString().contains("--timeout"), err::toString);
    }

    @Test
    void thereIsOneTarget() {
        assertEquals(2, run(notebook.toString(), "--inplace", "-o", "other.ipynb"));
        assertTrue(err.toString().contains("--inplace"), err::toString);
    }

    @Test
    void aTargetThatCannotBeWrittenIsSaidBeforehand() {
        var target = folder.resolve("none").resolve("o.ipynb").toString();

        assertEquals(2, run(notebook.toString(), "-o", target));
        assertTrue(err.toString().contains(target), err::toString);
    }

    @Test
    void anOldNotebookIsNotOverwrittenWithoutConsent() throws IOException {
        var old = "{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}";
        Files.writeString(notebook, old);

        assertEquals(2, run(notebook.toString(), "--inplace"));
        assertEquals(old, Files.readString(notebook));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}",
                "{\"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {\"x\": 1, \"x\": 2}, "
                        + "\"cells\": []}"
            })
    void aNotebookIsGuardedByWhateverNameItIsTheTarget(String text) throws IOException {
        Files.writeString(notebook, text);
        var link = Files.createSymbolicLink(folder.resolve("link.ipynb"), notebook);
        var roundabout = folder.resolve(".").resolve("n.ipynb");
        var here = Path.of("").toAbsolutePath();

        for (var name : List.of(notebook, roundabout, link, here.relativize(notebook))) {
            assertEquals(2, run(notebook.toString(), "-o", name.toString()), name::toString);
            assertEquals(2, run(name.toString(), "-o", notebook.toString()), name::toString);
        }
        assertEquals(text, Files.readString(notebook));
    }

    @Test
    void anotherHardLinkIsAnotherFile() throws IOException {
        var text = "{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}";
        Files.writeString(notebook, text);
        var link = Files.createLink(folder.resolve("link.ipynb"), notebook);

        assertEquals(0, run(notebook.toString(), "-o", link.toString()));

        assertEquals(text, Files.readString(notebook));
        assertTrue(Files.readString(link).contains("\"nbformat\": 4"));
    }

    @Test
    void aNotebookWithoutCodeNeedsNoKernel() throws IOException {
        var target = folder.resolve("o.ipynb");

        assertEquals(0, run(notebook.toString(), "-o", target.toString()));
        assertEquals(Files.readString(notebook), Files.readString(target));
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Cli(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        _ -> -1,
                        (_, _) -> "")
                .run(all);
    }
}
