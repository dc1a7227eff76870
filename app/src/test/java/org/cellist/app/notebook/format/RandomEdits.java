package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// Random edits of one cell.
///
/// Confined to one thread.
final class RandomEdits {

    private final Random random;
    private final RandomNotebook texts;

    RandomEdits(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomNotebook(~seed);
    }

    Random random() {
        return random;
    }

    Cell edited(Cell cell) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> cell.withSource(changed(cell.source()));
            case 2 -> cell.withMetadata(changed(cell.metadata()));
            case 3 -> cell instanceof CodeCell code ? run(code) : attached(cell);
            case 4 -> ofAnotherType(cell);
            default -> edited(cell.withSource(changed(cell.source())));
        };
    }

    private String changed(String source) {
        int from = source.isEmpty() ? 0 : random.nextInt(source.length());
        int to = from + random.nextInt(source.length() - from + 1);
        var inserted = SourceText.normalized(texts.string());
        return SourceText.normalized(source.substring(0, from) + inserted + source.substring(to));
    }

    private JsonObject changed(JsonObject metadata) {
        var members = new LinkedHashMap<>(metadata.members());
        if (!members.isEmpty() && random.nextBoolean()) {
            members.remove(members.keySet().iterator().next());
        }
        if (random.nextBoolean()) {
            members.put("tags", new JsonString(texts.string()));
        }
        if (random.nextBoolean()) {
            JsonValue inner = new JsonObject(members).object("k1").with("n", new JsonNumber("1e9"));
            members.put("k1", inner);
        }
        return new JsonObject(members);
    }

    private CodeCell run(CodeCell code) {
        var outputs = new ArrayList<>(code.outputs().items());
        if (!outputs.isEmpty() && random.nextBoolean()) {
            outputs.remove(random.nextInt(outputs.size()));
        }
        if (random.nextBoolean()) {
            outputs.add(output());
        }
        var count = random.nextBoolean() ? code.executionCount() : Integer.valueOf(42);
        return code.withOutputs(count, new CellOutputs(outputs, false));
    }

    private CellOutput output() {
        return switch (random.nextInt(3)) {
            case 0 -> new CellOutput.Text(StreamName.STDERR, StreamText.of(texts.string()));
            case 1 -> new CellOutput.Failed("E", texts.string(), List.of(texts.string()));
            default ->
                    new CellOutput.Rich(
                            new MimeBundle(
                                    Map.of("text/plain", RawJson.ofString(texts.string())),
                                    RawJson.EMPTY_OBJECT),
                            random.nextBoolean(),
                            null,
                            null);
        };
    }

    private Cell attached(Cell cell) {
        var bundle =
                new MimeBundle(
                        Map.of("image/png", RawJson.ofString(texts.string())),
                        RawJson.EMPTY_OBJECT);
        return switch (cell) {
            case CodeCell code -> code;
            case MarkdownCell(var id, var source, var metadata, var old, var origin) ->
                    new MarkdownCell(id, source, metadata, plus(old, bundle), origin);
            case RawCell(var id, var source, var metadata, var old, var origin) ->
                    new RawCell(id, source, metadata, plus(old, bundle), origin);
        };
    }

    private Map<String, MimeBundle> plus(Map<String, MimeBundle> old, MimeBundle bundle) {
        var attachments = new LinkedHashMap<>(old);
        if (random.nextBoolean()) {
            attachments.clear();
        }
        if (random.nextBoolean()) {
            attachments.put("new.png", bundle);
        }
        return attachments;
    }

    private Cell ofAnotherType(Cell cell) {
        return switch (cell) {
            case CodeCell(var id, var source, var metadata, _, _, var origin) ->
                    new MarkdownCell(id, source, metadata, Map.of(), origin);
            case MarkdownCell(var id, var source, var metadata, var attachments, var origin) ->
                    new RawCell(id, source, metadata, attachments, origin);
            case RawCell(var id, var source, var metadata, _, var origin) ->
                    new CodeCell(id, source, metadata, null, CellOutputs.NONE, origin);
        };
    }
}
