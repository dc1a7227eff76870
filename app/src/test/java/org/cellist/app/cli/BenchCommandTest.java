package org.cellist.app.cli;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `cellist bench` refuses, and what it makes.
class BenchCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--cells, 0",
        "--cells, -1",
        "--cells, 2000000000",
        "--cells, many",
        "--mb, -1",
        "--mb, 100000",
        "--seed, x"
    })
    void aNumberOutOfItsRangeIsWrongUsage(String option, String value) {
        var file = folder.resolve("n.ipynb");

        assertEquals(2, bench("make", option, value, file));

        assertTrue(err.toString().contains(option), err::toString);
        assertTrue(err.toString().contains(value), err::toString);
        assertFalse(Files.exists(file));
    }

    @Test
    void theSameNumbersGiveTheSameFile() throws IOException {
        var one = folder.resolve("one.ipynb");
        var other = Files.writeString(folder.resolve("other.ipynb"), "x".repeat(1_000_000));

        assertEquals(0, bench("make", "--cells", 3, "--seed", 7, one));
        assertEquals(0, bench("make", "--cells", 3, "--seed", 7, other));

        assertEquals(-1, Files.mismatch(one, other));
    }

    @Test
    void whereNothingCanBeMadeIsNamed() {
        var file = folder.resolve("none").resolve("n.ipynb");

        assertEquals(2, bench("make", "--cells", 1, file));
        assertTrue(err.toString().contains(file.toString()), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "start", "scroll", "type", "flood"})
    void aMissingNotebookIsExplained(String what) {
        var file = folder.resolve("gone.ipynb");

        assertEquals(2, bench(what, file));

        assertTrue(err.toString().contains("gone.ipynb"), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "stall"})
    void aNotebookWithoutCodeIsNotMeasuredInItsCode(String what) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("words.ipynb"),
                        """
                        {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ""}],
                         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                        """);

        assertEquals(2, bench(what, file));
        assertTrue(err.toString().contains(file + " has no code cell"), err::toString);
    }

    @Test
    void aKernelspecThatIsNotInstalledIsKernelTrouble() {
        assertEquals(3, bench("kernel", "--kernel", "no-such-kernel"));
        assertTrue(err.toString().contains("no-such-kernel"), err::toString);
    }

    private int bench(Object... arguments) {
        var all = new ArrayList<String>(List.of("bench"));
        List.of(arguments).forEach(each -> all.add(each.toString()));
        return new Cli(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        _ -> -1,
                        (kind, file) -> kind + " " + file)
                .run(all.toArray(String[]::new));
    }
}
