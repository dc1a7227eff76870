package org.cellist.app.ui.workbench.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.storage.history.History;
import org.cellist.app.ui.workbench.port.Past;

/// A store with a real history in a folder of the test.
///
/// Confined to the test's thread, or to the one that it gives tasks to.
final class TestPast {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final NotebookStore store;
    final History history;
    final Path file;

    TestPast(Path folder, String... sources) {
        store = new NotebookStore(notebook(List.of(sources)), Clock.systemUTC());
        var clock = Clock.fixed(NOON.plusSeconds(900), ZoneOffset.UTC);
        history = new History(folder.resolve("history"), 1 << 30, clock);
        file = folder.resolve("a.ipynb");
    }

    /// Keeps a version with these sources.
    void keep(Instant at, String... sources) throws IOException {
        var bytes = new NotebookWriter().write(notebook(List.of(sources))).toByteArray();
        history.keep(file, bytes, at);
    }

    /// Writes a notebook with these sources.
    void write(Path file, String... sources) throws IOException {
        Files.write(file, new NotebookWriter().write(notebook(List.of(sources))).toByteArray());
    }

    Past past(Executor background, Executor fx) {
        return new Past(
                history,
                file,
                store::notebook,
                store::apply,
                other -> store.apply(new ReplaceNotebook(other, null, true)),
                background,
                fx);
    }

    List<String> sources() {
        return store.notebook().cells().stream().map(Cell::source).toList();
    }

    /// A source's part before the first `=` is the cell's id.
    private static Notebook notebook(List<String> sources) {
        var cells =
                sources.stream()
                        .map(
                                source ->
                                        """
                                        {"cell_type":"code","id":"%s","metadata":{"from":"%s"},
                                         "execution_count":null,"outputs":[{"output_type":"stream",
                                         "name":"stdout","text":"out %s"}],"source":"%s"}
                                        """
                                                .formatted(
                                                        source.split("=", 2)[0],
                                                        source,
                                                        source,
                                                        source))
                        .toList();
        var json =
                "{\"cells\":["
                        + String.join(",", cells)
                        + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}";
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return ((ReadOutcome.Editable) new NotebookReader().read(bytes)).notebook();
    }
}
