package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same notebook run by `cellist run` and by `jupyter nbconvert --execute` on the same kernel.
///
/// Both results are made comparable by [ComparableNotebook], which says what it evens out.
class NbconvertParityIT {

    @TempDir Path settings;
    @TempDir Path folder;

    @Test
    void theToursOutputsAreNbconverts() throws IOException, InterruptedException {
        var tour = folder.resolve("tour.ipynb");
        Files.copy(Corpus.repository().resolve("docs/examples/tour.ipynb"), tour);

        var ours = ComparableNotebook.read(runByCellist(tour));
        var theirs = ComparableNotebook.read(runByNbconvert(tour));

        assertEquals(theirs.cells().size(), ours.cells().size());
        for (int i = 0; i < theirs.cells().size(); i++) {
            int index = i;
            assertEquals(theirs.cells().get(i), ours.cells().get(i), () -> "cell " + (index + 1));
        }
        assertTrue(ours.outputs() >= 20, () -> ours.outputs() + " outputs are no tour");
    }

    private Path runByCellist(Path notebook) throws IOException, InterruptedException {
        var target = folder.resolve("ours.ipynb");
        var ended = CliProcess.run(settings, "run", notebook, "-o", target, "--kernel", "python3");
        assertEquals(0, ended.code(), ended::err);
        return target;
    }

    private Path runByNbconvert(Path notebook) throws IOException, InterruptedException {
        var log = folder.resolve("nbconvert.log");
        try {
            int code =
                    new ProcessBuilder(
                                    List.of(
                                            "jupyter-nbconvert",
                                            "--to",
                                            "notebook",
                                            "--execute",
                                            "--output",
                                            "theirs.ipynb",
                                            notebook.toString()))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start()
                            .waitFor();
            assertEquals(0, code, () -> "nbconvert failed, see its words: " + text(log));
        } catch (IOException e) {
            throw new AssertionError(
                    "nbconvert is missing. Type: sudo apt-get install -y jupyter-nbconvert"
                            + " python3-ipykernel python3-pandas python3-matplotlib",
                    e);
        }
        return folder.resolve("theirs.ipynb");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
