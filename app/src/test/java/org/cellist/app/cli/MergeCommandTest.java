package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private Path base;

    @BeforeEach
    void copyTour() throws IOException {
        base = folder.resolve("base.ipynb");
        Files.copy(Corpus.repository().resolve("docs/examples/tour.ipynb"), base);
    }

    @Test
    void withoutRemoteChangesTheResultIsTheLocalFileByteByByte() throws IOException {
        var local = edited("local.ipynb", "import math", "import cmath");

        assertEquals(0, merge(base, local, base), err::toString);

        assertArrayEquals(Files.readAllBytes(local), out.toByteArray());
        assertEquals("", err.toString());
    }

    @Test
    void changesOfBothSidesAreThereAndNothingElseIsTouched() throws IOException {
        var local = edited("local.ipynb", "# A tour", "# My tour");
        var remote = edited("remote.ipynb", "import math", "import cmath");

        assertEquals(0, merge(base, local, remote), err::toString);

        var expected =
                Files.readString(base)
                        .replace("# A tour", "# My tour")
                        .replace("import math", "import cmath");
        assertEquals(expected, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aConflictIsMarkedInTheCellAndTold() throws IOException {
        var local = edited("local.ipynb", "import math", "import cmath");
        var remote = edited("remote.ipynb", "import math", "import numpy");
        var merged = folder.resolve("merged.ipynb");

        assertEquals(1, merge(base, local, remote, "-o", merged));

        var text = Files.readString(merged);
        assertTrue(text.contains("\"<<<<<<< local\\n\""), text);
        assertTrue(text.contains("import cmath") && text.contains("import numpy"), text);
        assertTrue(err.toString().contains("Cell 18: both sides changed"), err::toString);
        assertTrue(err.toString().endsWith("Conflicts: 1\n"), err::toString);
        assertEquals(0, out.size());
    }

    @Test
    void theLocalFileCanBeWrittenOver() throws IOException {
        var local = edited("local.ipynb", "# A tour", "# My tour");
        var remote = edited("remote.ipynb", "import math", "import cmath");

        assertEquals(0, merge(base, local, remote, "-o", local), err::toString);

        assertTrue(Files.readString(local).contains("import cmath"));
    }

    @Test
    void aFileThatIsNoNotebookEndsWithTwoAndNothingIsWritten() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.ipynb"), "{");
        var local = edited("local.ipynb", "# A tour", "# My tour");
        var before = Files.readAllBytes(local);

        assertEquals(2, merge(base, local, bad, "-o", local));
        assertEquals(2, merge(base, bad, local));

        assertTrue(err.toString().contains("bad.ipynb"), err::toString);
        assertArrayEquals(before, Files.readAllBytes(local));
        assertEquals("{", Files.readString(bad));
        assertEquals(0, out.size());
    }

    @Test
    void anEmptyBaseIsANotebookThatBothSidesAdded() throws IOException {
        var empty = Files.writeString(folder.resolve("empty"), "");

        assertEquals(0, merge(empty, base, base), err::toString);

        assertArrayEquals(Files.readAllBytes(base), out.toByteArray());
    }

    @Test
    void anOldNotebookIsNotWrittenOverUnasked() throws IOException {
        var text = "{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}";
        var old = Files.writeString(folder.resolve("old.ipynb"), text);

        assertEquals(2, merge(base, old, base, "-o", old));

        assertEquals(text, Files.readString(old));
    }

    @Test
    void oneFileTooFewIsNamed() {
        assertEquals(2, merge(base, base));

        assertTrue(err.toString().contains("REMOTE"), err::toString);
    }

    private Path edited(String name, String from, String to) throws IOException {
        var text = Files.readString(base);
        assertTrue(text.contains(from), "the tour has no " + from);
        return Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private int merge(Object... arguments) {
        var cli =
                new Cli(
                        new PrintWriter(Writer.nullWriter()),
                        out::writeBytes,
                        new PrintWriter(err, true),
                        false,
                        _ -> -1,
                        (_, _) -> "");
        var all = new String[arguments.length + 1];
        Arrays.setAll(all, i -> i == 0 ? "merge" : arguments[i - 1].toString());
        return cli.run(all);
    }
}
