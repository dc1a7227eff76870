package org.cellist.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatBenchmarkTest {

    @Test
    void aNotebookIsMeasuredAndLeftAlone(@TempDir Path folder) throws IOException {
        var file = folder.resolve("n.ipynb");
        var bytes = new NotebookGenerator(5, 0, 1).bytes().toByteArray();
        Files.write(file, bytes);

        var figures = FormatBenchmark.of(file);

        assertTrue(figures.readSeconds() > 0 && figures.writeSeconds() > 0);
        assertEquals(bytes.length / 1e6, figures.megabytes());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void figuresAreOneLineOfJson() {
        var figures = new FormatBenchmark.Figures(0.03125, 0.25, 50.06);

        assertEquals("{\"read_s\": 0.0313, \"write_s\": 0.2500, \"mb\": 50.1}", figures.json());
    }

    @Test
    void whatIsNoNotebookIsNotMeasured(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("n.ipynb"), "{}");

        assertThrows(IOException.class, () -> FormatBenchmark.of(file));
    }
}
