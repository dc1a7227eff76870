package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path tour;

    @BeforeEach
    void copyTour() throws IOException {
        tour = folder.resolve("tour.ipynb");
        Files.copy(Corpus.repository().resolve("docs/examples/tour.ipynb"), tour);
    }

    @Test
    void equalNotebooksPrintNothingAndEndWithZero() {
        assertEquals(0, diff(tour, tour), err::toString);

        assertEquals("", out.toString());
    }

    @Test
    void aChangedSourceIsPrintedByLineUnderItsCell() throws IOException {
        var changed = edited("import math", "import cmath");

        assertEquals(1, diff(tour, changed), err::toString);

        var printed = out.toString();
        assertTrue(printed.startsWith("--- " + tour + "\n+++ " + changed + "\n"), printed);
        assertTrue(printed.contains("\n- import math\n+ import cmath\n"), printed);
        assertTrue(printed.contains("(code): changed"), printed);
        assertFalse(printed.contains("\u001b"), printed);
    }

    @Test
    void whiteSpaceAtTheEndOfALineIsPrinted() throws IOException {
        var changed = edited("import math", "import math  ");

        assertEquals(1, diff(tour, changed));

        assertTrue(out.toString().contains("\n- import math\n+ import math  \n"), out::toString);
    }

    @Test
    void coloursEmphasiseTheWordThatChanged() throws IOException {
        var changed = edited("import math", "import cmath");

        assertEquals(1, diff(tour, changed, "--color", "always"));

        assertTrue(out.toString().contains("\u001b[32m\u001b[7mcmath\u001b[0m"), out::toString);
    }

    @Test
    void whatIsLeftOutIsNoDifference() throws IOException {
        var text = Files.readString(tour);
        var changed = folder.resolve("changed.ipynb");
        Files.writeString(
                changed, text.replaceAll("\"execution_count\": \\d+", "\"execution_count\": 99"));

        assertEquals(1, diff(tour, changed));
        assertEquals(0, diff(tour, changed, "--no-outputs", "--no-metadata"));
    }

    @Test
    void controlCharactersAreNamedAndNotSent() throws IOException {
        var changed = edited("import math", "import \\u001b]0;title\\u0007math\\u202e");

        assertEquals(1, diff(tour, changed, "--color", "never"));

        assertFalse(out.toString().contains("\u001b"), out::toString);
        assertFalse(out.toString().contains("\u202e"), out::toString);
        assertTrue(out.toString().contains("<U+202E>"), out::toString);
    }

    @Test
    void aFileThatIsNoNotebookIsNamedAndEndsWithTwo() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.ipynb"), "no notebook");

        assertEquals(2, diff(tour, bad));

        assertTrue(err.toString().contains("bad.ipynb"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void threeFilesAreNotTwo() {
        assertEquals(2, diff(tour, tour, tour));

        assertTrue(err.toString().contains("cellist diff"), err::toString);
    }

    @Test
    void gitsArgumentsNameThePathAndEndWithZero() throws IOException {
        var changed = edited("import math", "import cmath");

        assertEquals(0, diff("a/x.ipynb", tour, "0a", "100644", changed, "0b", "100644"));

        var printed = out.toString();
        assertTrue(printed.startsWith("--- a/a/x.ipynb\n+++ b/a/x.ipynb\n"), printed);
        assertTrue(printed.contains("+ import cmath"), printed);
    }

    @Test
    void aFileThatGitAddsIsComparedWithNothing() {
        assertEquals(0, diff("x.ipynb", "/dev/null", ".", ".", tour, "0b", "100644"));

        var printed = out.toString();
        assertTrue(printed.startsWith("--- /dev/null\n+++ b/x.ipynb\n"), printed);
        assertTrue(printed.contains("cell 1 (markdown): added"), printed);
    }

    @Test
    void aBrokenVersionDoesNotStopGit() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.ipynb"), "no notebook");

        assertEquals(0, diff("x.ipynb", bad, "0a", "100644", tour, "0b", "100644"));

        assertTrue(out.toString().contains("bad.ipynb"), out::toString);
    }

    @Test
    void gitIsToldWhereOnlyTheLayoutDiffers() throws IOException {
        var text = Files.readString(tour);
        var changed = Files.writeString(folder.resolve("changed.ipynb"), text + "\n");

        assertEquals(0, diff("x.ipynb", tour, "0a", "100644", changed, "0b", "100644"));

        assertTrue(out.toString().contains("only the way the file is written"), out::toString);
    }

    private Path edited(String from, String to) throws IOException {
        var text = Files.readString(tour);
        assertTrue(text.contains(from), "the tour has no " + from);
        return Files.writeString(folder.resolve("changed.ipynb"), text.replace(from, to));
    }

    private int diff(Object... arguments) {
        var cli =
                new Cli(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        _ -> -1,
                        (_, _) -> "");
        var all = new String[arguments.length + 1];
        Arrays.setAll(all, i -> i == 0 ? "diff" : arguments[i - 1].toString());
        return cli.run(all);
    }
}
