package org.cellist.app.notebook.format;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real notebooks: the project's own examples, and the shared corpus when it lies beside the
/// repository.
public final class Corpus {

    private static final Logger LOG = LoggerFactory.getLogger(Corpus.class);

    private Corpus() {}

    /// Returns every `.ipynb` file there is, in a fixed order.
    public static List<Path> notebooks() {
        var root = repository();
        var folders = List.of(root.resolve("docs"), root.resolveSibling("shared/corpus"));
        folders.stream().filter(not(Files::isDirectory)).forEach(Corpus::tellAbsent);
        return folders.stream().filter(Files::isDirectory).flatMap(f -> below(f).stream()).toList();
    }

    private static void tellAbsent(Path folder) {
        LOG.warn("There are no notebooks in {}: the tests go on with the others", folder);
    }

    /// Returns the repository's root.
    public static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("tests run inside the repository");
            }
            folder = parent;
        }
        return folder;
    }

    private static List<Path> below(Path folder) {
        try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
