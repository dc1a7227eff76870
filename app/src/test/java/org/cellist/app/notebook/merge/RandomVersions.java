package org.cellist.app.notebook.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// A random notebook and random edits of it, each as read from a file of its own. Every line that
/// is written is another one, so that it can be found again.
///
/// Confined to one thread.
final class RandomVersions {

    private static final List<CellType> TYPES = List.of(CellType.values());

    private final Random random;
    private final NbformatVersion version;
    private int written;

    RandomVersions(long seed) {
        this.random = new Random(seed);
        this.version = new NbformatVersion(4, random.nextInt(3) == 0 ? 4 : 5);
    }

    Notebook base() {
        var cells = new ArrayList<Cell>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            cells.add(cell());
        }
        var empty = NewNotebook.empty();
        return reread(
                new Notebook(version, metadata(JsonObject.EMPTY, "base"), cells, empty.origin()));
    }

    Notebook edited(Notebook notebook, String by) {
        var cells = new ArrayList<>(notebook.cells());
        int edits = random.nextInt(5);
        for (int i = 0; i < edits; i++) {
            edit(cells, by);
        }
        var metadata = random.nextInt(4) == 0 ? metadata(notebook.metadata(), by) : null;
        var changed = notebook.withCells(cells);
        return reread(metadata == null ? changed : changed.withMetadata(metadata));
    }

    static Notebook reread(Notebook notebook) {
        return read(new NotebookWriter().write(notebook).toByteArray());
    }

    static Notebook read(byte[] bytes) {
        if (new NotebookReader().read(bytes) instanceof ReadOutcome.Editable(var read, _)) {
            return read;
        }
        throw new AssertionError("not read: " + new String(bytes, UTF_8));
    }

    private Cell cell() {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        var lines = new ArrayList<String>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            lines.add(line("new"));
        }
        var cell = NewNotebook.cell(type, String.join("\n", lines));
        return random.nextBoolean() ? run(cell, "new") : cell;
    }

    private String line(String by) {
        return by + " = " + written++;
    }

    private void edit(List<Cell> cells, String by) {
        int place = cells.isEmpty() ? 0 : random.nextInt(cells.size());
        if (cells.isEmpty() || random.nextInt(6) == 0) {
            cells.add(place, cell());
            return;
        }
        var cell = cells.get(place);
        switch (random.nextInt(8)) {
            case 0 -> cells.remove(place);
            case 1 -> cells.add(random.nextInt(cells.size()), cells.remove(place));
            case 2 -> cells.set(place, run(cell, by));
            case 3 -> cells.set(place, cell.withMetadata(metadata(cell.metadata(), by)));
            case 4 -> cells.set(place, typed(cell));
            default -> cells.set(place, cell.withSource(changed(cell.source(), by)));
        }
    }

    private String changed(String source, String by) {
        var lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
        int place = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(place);
            case 1 -> lines.add(place, line(by));
            default -> lines.set(place, line(by));
        }
        return String.join("\n", lines);
    }

    private JsonObject metadata(JsonObject before, String by) {
        var name = "k" + random.nextInt(3);
        if (before.get(name) != null && random.nextInt(3) == 0) {
            return before.without(name);
        }
        var value = new JsonString(line(by));
        var inner = before.object("inner");
        return random.nextBoolean()
                ? before.with(name, value)
                : before.with("inner", inner.with(name, value));
    }

    private Cell run(Cell cell, String by) {
        return switch (cell) {
            case CodeCell code -> code.withOutputs(random.nextInt(90), outputs(by));
            case MarkdownCell(var id, var source, var metadata, _, var origin) ->
                    new MarkdownCell(id, source, metadata, attached(by), origin);
            case RawCell(var id, var source, var metadata, _, var origin) ->
                    new RawCell(id, source, metadata, attached(by), origin);
        };
    }

    private Map<String, MimeBundle> attached(String by) {
        return Map.of("a" + random.nextInt(2) + ".png", bundle("image/png", line(by)));
    }

    private static MimeBundle bundle(String type, String text) {
        return new MimeBundle(Map.of(type, RawJson.ofString(text)), RawJson.EMPTY_OBJECT);
    }

    private CellOutputs outputs(String by) {
        var items = new ArrayList<CellOutput>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            var text = line(by) + "\n";
            items.add(
                    random.nextBoolean()
                            ? new CellOutput.Text(StreamName.STDOUT, StreamText.of(text))
                            : new CellOutput.Rich(bundle("text/plain", text), false, null, null));
        }
        return new CellOutputs(items, false);
    }

    private static Cell typed(Cell cell) {
        return switch (cell) {
            case CodeCell(var id, var source, var metadata, _, _, var origin) ->
                    new MarkdownCell(id, source, metadata, Map.of(), origin);
            case MarkdownCell(var id, var source, var metadata, _, var origin) ->
                    new CodeCell(id, source, metadata, null, CellOutputs.NONE, origin);
            case RawCell(var id, var source, var metadata, var attachments, var origin) ->
                    new MarkdownCell(id, source, metadata, attachments, origin);
        };
    }
}
