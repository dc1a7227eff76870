package org.cellist.app.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Notebook;

/// How long reading and writing one notebook takes, from file to file.
///
/// Reading takes the file's bytes, checks them against the format and decodes every source;
/// writing puts them into a new file beside the first, which is deleted again. The runs follow
/// one another in one process, and the first are not counted.
///
/// Immutable.
public final class FormatBenchmark {

    private static final int WARM_UP_RUNS = 10;
    private static final int COUNTED_RUNS = 15;
    private static final double NANOS = 1e9;

    private FormatBenchmark() {}

    /// What was measured. Immutable.
    ///
    /// @param readSeconds median of the counted runs
    /// @param writeSeconds median of the counted runs
    /// @param megabytes size of the file in 10⁶ bytes
    public record Figures(double readSeconds, double writeSeconds, double megabytes) {

        /// Returns the figures as one line of JSON.
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"read_s\": %.4f, \"write_s\": %.4f, \"mb\": %.1f}",
                    readSeconds,
                    writeSeconds,
                    megabytes);
        }
    }

    /// Reads and writes the file again and again.
    ///
    /// @throws IOException if the file cannot be read, is no notebook that can be edited, or its
    ///     folder cannot be written
    public static Figures of(Path file) throws IOException {
        var reads = new ArrayList<Long>();
        var writes = new ArrayList<Long>();
        var folder = file.toAbsolutePath().getParent();
        var copy = Files.createTempFile(folder, ".~bench", ".ipynb");
        try {
            for (int run = 0; run < WARM_UP_RUNS + COUNTED_RUNS; run++) {
                long start = System.nanoTime();
                var notebook = read(file);
                long middle = System.nanoTime();
                write(notebook, copy);
                long end = System.nanoTime();
                if (run >= WARM_UP_RUNS) {
                    reads.add(middle - start);
                    writes.add(end - middle);
                }
            }
        } finally {
            Files.deleteIfExists(copy);
        }
        return new Figures(median(reads), median(writes), Files.size(file) / 1e6);
    }

    private static Notebook read(Path file) throws IOException {
        ReadOutcome outcome = new NotebookReader().read(Files.readAllBytes(file));
        if (outcome instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new IOException(file + " is no notebook that can be edited: " + outcome);
    }

    private static void write(Notebook notebook, Path copy) throws IOException {
        try (var channel =
                FileChannel.open(
                        copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            new NotebookWriter().write(notebook).writeTo(channel);
        }
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / NANOS;
    }
}
