package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large numbers of `cellist run`: kills and a soak. How large is the property `cellist.long`, 1
/// being some minutes.
@Tag("long")
class LongRunIT {

    private static final int SIZE = Integer.getInteger("cellist.long", 1);
    private static final int KILLS = 25 * SIZE;
    private static final int CELLS = 2_000 * SIZE;
    private static final long LONGEST_LIFE_MILLIS = 4_000;

    @TempDir Path settings;
    @TempDir Path folder;

    @Test
    void aKilledRunLeavesTheOldNotebookOrTheNewOneWhole() throws IOException, InterruptedException {
        var notebook = write(List.of(cell("print('x' * 200_000)"), cell("1")));
        var random = new Random(1);

        for (int i = 0; i < KILLS; i++) {
            try (var process = CliProcess.start(settings, "run", notebook, "--inplace")) {
                process.endsWithin(random.nextLong(LONGEST_LIFE_MILLIS));
            } // killed by SIGKILL here, unless it had ended
            var read = new NotebookReader().read(Files.readAllBytes(notebook));
            var whole = assertInstanceOf(ReadOutcome.Editable.class, read, "kill " + i).notebook();
            int outputs = outputs(whole).size();
            assertTrue(outputs == 0 || outputs == 2, "kill " + i + ": " + outputs + " outputs");
        }
    }

    @Test
    void aLongNotebookRunsToItsEndWithEveryOutput() throws IOException, InterruptedException {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < CELLS; i++) {
            cells.add(cell("print(" + i + "); display(" + i + "); " + i));
        }
        var notebook = write(cells);

        var ended = CliProcess.run(settings, "run", notebook, "--inplace");

        var read = new NotebookReader().read(Files.readAllBytes(notebook));
        var whole = assertInstanceOf(ReadOutcome.Editable.class, read).notebook();
        assertEquals(0, ended.code(), ended::err);
        assertEquals(3 * CELLS, outputs(whole).size());
    }

    /// Returns what the cells show; a kernel may say a word of its own on standard error besides.
    private static List<CellOutput> outputs(Notebook notebook) {
        return notebook.cells().stream()
                .flatMap(cell -> ((CodeCell) cell).outputs().items().stream())
                .filter(
                        output ->
                                !(output instanceof Text(var name, _)
                                        && name.equals(StreamName.STDERR)))
                .toList();
    }

    private Path write(List<Cell> cells) throws IOException {
        var kernelspec =
                JsonObject.EMPTY
                        .with("display_name", new JsonString("Python 3"))
                        .with("language", new JsonString("python"))
                        .with("name", new JsonString("python3"));
        var notebook =
                NewNotebook.empty()
                        .withMetadata(JsonObject.EMPTY.with("kernelspec", kernelspec))
                        .withCells(cells);
        var file = folder.resolve("n.ipynb");
        Files.write(file, new NotebookWriter().write(notebook).toByteArray());
        return file;
    }

    private static CodeCell cell(String source) {
        return new CodeCell(
                CellId.random(), source, JsonObject.EMPTY, null, CellOutputs.NONE, null);
    }
}
