package org.cellist.app.notebook.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Whatever the content, the layout and the edit: what was not touched keeps its bytes, and what
/// was is read back as it was made.
class RandomEditTest {

    @Property(tries = 500)
    void anUnchangedNotebookIsSavedByteForByte(@ForAll long seed) {
        var bytes = new RandomNotebook(seed).bytes();

        assertArrayEquals(bytes, saved(read(bytes)));
    }

    @Property(tries = 1000)
    void anEditOfOneCellStaysInsideIt(@ForAll long seed) {
        var bytes = new RandomNotebook(seed).bytes();
        var notebook = read(bytes);
        var edits = new RandomEdits(seed);
        if (notebook.cells().isEmpty()) {
            return;
        }
        int index = edits.random().nextInt(notebook.cells().size());
        var cells = new ArrayList<>(notebook.cells());
        var cell = cells.get(index);
        cells.set(index, edits.edited(cell));
        var edited = notebook.withCells(cells);

        var saved = saved(edited);

        var whole = ((CellSpan) Objects.requireNonNull(cell.origin())).whole();
        int tail = bytes.length - whole.to();
        assertArrayEquals(Arrays.copyOf(bytes, whole.from()), Arrays.copyOf(saved, whole.from()));
        assertArrayEquals(
                Arrays.copyOfRange(bytes, whole.to(), bytes.length),
                Arrays.copyOfRange(saved, saved.length - tail, saved.length));
        assertEquals(contents(edited), contents(read(saved)));
    }

    @Property(tries = 1000)
    void manyEditsAreReadBackAsMadeAndCanBeTakenBack(@ForAll long seed) {
        var bytes = new RandomNotebook(seed).bytes();
        var notebook = read(bytes);
        var edits = new RandomEdits(seed);
        var random = edits.random();
        var cells = new ArrayList<>(notebook.cells());
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = cells.isEmpty() ? 0 : random.nextInt(cells.size());
            switch (random.nextInt(4)) {
                case 0 -> cells.add(at, NewNotebook.cell(CellType.CODE, "new = \"한글\"\n# \t"));
                case 1 -> cells.addAll(cells.isEmpty() ? List.of() : List.of(cells.remove(at)));
                case 2 -> cells.subList(at, Math.min(cells.size(), at + 1)).clear();
                default -> cells.replaceAll(edits::edited);
            }
        }
        var metadata = notebook.metadata().with("kernelspec", new JsonString(String.valueOf(seed)));
        var edited = notebook.withCells(cells).withMetadata(metadata);

        var reread = read(saved(edited));

        assertEquals(contents(edited), contents(reread));
        assertEquals(edited.metadata(), reread.metadata());
        var takenBack = edited.withCells(notebook.cells()).withMetadata(notebook.metadata());
        assertArrayEquals(bytes, saved(takenBack));
    }

    private static Notebook read(byte[] bytes) {
        if (new NotebookReader().read(bytes) instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new AssertionError("not editable: " + new NotebookReader().read(bytes));
    }

    private static byte[] saved(Notebook notebook) {
        return new NotebookWriter().write(notebook).toByteArray();
    }

    private static List<Object> contents(Notebook notebook) {
        return notebook.cells().stream().map(RandomEditTest::content).toList();
    }

    /// What a cell says, whatever its layout and, where the file has none, its id.
    private static Object content(Cell cell) {
        var encoder = new OutputsEncoder(FileLayout.NBFORMAT);
        Map<String, JsonValue> attachments =
                switch (cell) {
                    case CodeCell _ -> Map.of();
                    case MarkdownCell markdown -> encoded(encoder, markdown.attachments());
                    case RawCell raw -> encoded(encoder, raw.attachments());
                };
        var outputs = cell instanceof CodeCell code ? encoder.encode(code.outputs()) : "none";
        var count = cell instanceof CodeCell code ? String.valueOf(code.executionCount()) : "none";
        return List.of(
                cell.getClass(), cell.source(), cell.metadata(), attachments, outputs, count);
    }

    private static Map<String, JsonValue> encoded(
            OutputsEncoder encoder, Map<String, MimeBundle> named) {
        var encoded = JsonObject.EMPTY;
        for (var entry : named.entrySet()) {
            encoded = encoded.with(entry.getKey(), encoder.encodeData(entry.getValue().data()));
        }
        return encoded.members();
    }
}
