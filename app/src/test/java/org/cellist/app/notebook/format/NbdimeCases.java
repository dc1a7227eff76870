package org.cellist.app.notebook.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.format.ReadOutcome.ReadOnly;
import org.cellist.app.notebook.format.ReadOutcome.Refused;
import org.cellist.app.notebook.model.Notebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// nbdime's own test notebooks, by file name, and the triples and pairs that they are.
public final class NbdimeCases {

    private static final Logger LOG = LoggerFactory.getLogger(NbdimeCases.class);
    private static final List<List<String>> ENDINGS =
            List.of(
                    List.of("--1", "--2", "--3"),
                    List.of("-base", "-local", "-remote"),
                    List.of("_base", "_local", "_remote"),
                    List.of("", "--local", "--remote"),
                    List.of("_center", "_left", "_right"),
                    List.of("", "--1", "--2"));

    /// Three notebooks with a name for them.
    public record Triple(String name, Notebook base, Notebook local, Notebook remote) {

        @Override
        public String toString() {
            return name;
        }
    }

    private NbdimeCases() {}

    public static Path folder() {
        return Corpus.repository().resolveSibling("shared/corpus/nbdime");
    }

    /// Returns the notebooks by name, without `.ipynb`; none where the corpus is not beside the
    /// repository.
    public static Map<String, Notebook> notebooks() {
        if (!Files.isDirectory(folder())) {
            LOG.warn("There are no notebooks in {}: nothing is compared with nbdime", folder());
            return Map.of();
        }
        try (var files = Files.list(folder())) {
            var notebooks = new TreeMap<String, Notebook>();
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName()).replace(".ipynb", "");
                notebooks.put(name, read(Files.readAllBytes(file)));
            }
            return notebooks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Notebook read(byte[] bytes) {
        return switch (new NotebookReader().read(bytes)) {
            case Editable(var notebook, _) -> notebook;
            case Legacy(var notebook, _) -> notebook;
            case ReadOnly(var notebook, _) -> notebook;
            case Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    /// Returns base, local and remote, as their names say.
    public static List<Triple> triples() {
        var all = notebooks();
        var triples = new LinkedHashMap<String, Triple>();
        for (var endings : ENDINGS) {
            for (var name : all.keySet()) {
                var stem =
                        name.substring(0, Math.max(0, name.length() - endings.getFirst().length()));
                var base = all.get(stem + endings.get(0));
                var local = all.get(stem + endings.get(1));
                var remote = all.get(stem + endings.get(2));
                boolean fits = name.equals(stem + endings.getFirst());
                if (fits && base != null && local != null && remote != null) {
                    triples.put(stem, new Triple(stem, base, local, remote));
                }
            }
        }
        return List.copyOf(triples.values());
    }

    /// Returns triples that nobody meant to be ones: each notebook with two that stand next to it.
    public static List<Triple> neighbours() {
        var all = new ArrayList<>(notebooks().entrySet());
        var triples = new ArrayList<Triple>();
        for (int i = 0; i + 2 < all.size(); i++) {
            var base = all.get(i);
            triples.add(
                    new Triple(
                            base.getKey(),
                            base.getValue(),
                            all.get(i + 1).getValue(),
                            all.get(i + 2).getValue()));
        }
        return triples;
    }
}
