package org.cellist.app.notebook.format.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cellist.app.notebook.format.layout.NbformatTexts;
import org.cellist.app.notebook.format.layout.PythonLines;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// One cell of nbformat 2 or 3, and its nbformat 4 form (`nbformat/v4/convert.py`,
/// `upgrade_cell`).
///
/// Confined to one thread; used once.
final class LegacyCell {

    /// nbformat repeats `#` as often as the level says, whatever it says.
    private static final int MAX_HEADING_LEVEL = 99;

    private final Map<String, JsonValue> cell;
    private final LegacyTexts texts;
    private final String path;

    LegacyCell(JsonObject cell, LegacyTexts texts, String path) {
        this.cell = new LinkedHashMap<>(cell.members());
        this.texts = texts;
        this.path = path;
    }

    /// @param id the new cell's `id`
    JsonObject upgraded(String id) {
        if (!(cell.get("cell_type") instanceof JsonString(var type))) {
            throw new LegacyShapeException(path + ".cell_type");
        }
        cell.put("metadata", new JsonObject(cell).object("metadata").without("trusted"));
        cell.put("id", new JsonString(id));
        if (type.equals("code")) {
            upgradeCode();
            return new JsonObject(cell);
        }
        var rendered = cell.get("rendered");
        if (rendered instanceof JsonArray) {
            cell.put("rendered", new JsonString(texts.joined(rendered, path + ".rendered")));
        }
        switch (type) {
            case "heading" -> upgradeHeading();
            case "html" -> {
                cell.put("cell_type", new JsonString("markdown"));
                putSource(source("source"));
            }
            default -> putSource(source("source"));
        }
        return new JsonObject(cell);
    }

    private String source(String member) {
        var value = cell.get(member);
        return value == null ? "" : texts.joined(value, path + "." + member);
    }

    private void putSource(String text) {
        cell.put("source", NbformatTexts.lines(text));
    }

    private void upgradeCode() {
        cell.remove("language");
        var collapsed = cell.remove("collapsed");
        if (collapsed != null && cell.get("metadata") instanceof JsonObject metadata) {
            cell.put("metadata", metadata.with("collapsed", collapsed));
        }
        putSource(source("input"));
        cell.remove("input");
        var count = cell.remove("prompt_number");
        cell.put("execution_count", count instanceof JsonNumber ? count : new JsonNull());
        var outputs = new ArrayList<JsonValue>();
        for (var output : LegacyUpgrade.items(new JsonObject(cell), "outputs", path + ".outputs")) {
            outputs.add(
                    output instanceof JsonObject object
                            ? new LegacyOutput(object, texts, path + ".outputs").upgraded()
                            : output);
        }
        cell.put("outputs", new JsonArray(outputs));
    }

    private void upgradeHeading() {
        cell.put("cell_type", new JsonString("markdown"));
        int level = 1;
        if (cell.remove("level") instanceof JsonNumber(var lexeme)) {
            boolean isUsual = lexeme.matches("[0-9]{1,2}");
            level = isUsual ? Integer.parseInt(lexeme) : MAX_HEADING_LEVEL;
        }
        var lines = PythonLines.of(source("source")).stream().map(PythonLines::withoutEnd).toList();
        putSource("#".repeat(level) + " " + String.join(" ", lines));
    }
}
