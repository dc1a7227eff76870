package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// One cell of nbformat 3, and its nbformat 4 form (`nbformat/v4/convert.py`, `upgrade_cell`).
///
/// Confined to one thread; used once.
final class LegacyCell {

    private static final Map<String, String> MIME_TYPES =
            Map.of(
                    "text", "text/plain",
                    "html", "text/html",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpeg", "image/jpeg",
                    "latex", "text/latex",
                    "json", "application/json",
                    "javascript", "application/javascript");
    private static final List<String> OUTPUT_MEMBERS =
            List.of("output_type", "execution_count", "metadata");
    private static final int MAX_HEADING_LEVEL = 6;

    private final Map<String, JsonValue> cell;
    private final String path;
    private final OutputsEncoder encoder = new OutputsEncoder(FileLayout.NBFORMAT);

    LegacyCell(JsonObject cell, String path) {
        this.cell = new LinkedHashMap<>(cell.members());
        this.path = path;
    }

    JsonObject upgraded() {
        if (!(cell.get("cell_type") instanceof JsonString(var type))) {
            throw ShapeException.wrongType(-1, path + ".cell_type");
        }
        var metadata =
                cell.get("metadata") instanceof JsonObject object ? object : JsonObject.EMPTY;
        cell.put("metadata", metadata.without("trusted"));
        cell.put("id", new JsonString(CellIds.random().value()));
        switch (type) {
            case "code" -> upgradeCode();
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
        return value == null ? "" : LegacyUpgrade.joined(value, path + "." + member);
    }

    private void putSource(String text) {
        cell.put("source", encoder.lines(text));
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
            outputs.add(output instanceof JsonObject object ? upgraded(object) : output);
        }
        cell.put("outputs", new JsonArray(outputs));
    }

    private void upgradeHeading() {
        cell.put("cell_type", new JsonString("markdown"));
        int level = 1;
        if (cell.remove("level") instanceof JsonNumber(var lexeme) && lexeme.matches("[1-9]")) {
            level = Math.min(Integer.parseInt(lexeme), MAX_HEADING_LEVEL);
        }
        var line = String.join(" ", source("source").lines().toList());
        putSource("#".repeat(level) + " " + line);
    }

    private JsonObject upgraded(JsonObject output) {
        var members = new LinkedHashMap<>(output.members());
        switch (output.string("output_type")) {
            case "pyout" -> {
                members.put("output_type", new JsonString("execute_result"));
                var count = members.remove("prompt_number");
                members.put("execution_count", count == null ? new JsonNull() : count);
                moveData(members);
            }
            case "display_data" -> moveData(members);
            case "pyerr" -> members.put("output_type", new JsonString("error"));
            case "stream" -> {
                var name = members.remove("stream");
                members.put("name", name == null ? new JsonString("stdout") : name);
                members.computeIfPresent(
                        "text",
                        (_, text) -> encoder.lines(LegacyUpgrade.joined(text, path + ".outputs")));
            }
            case null, default -> {
                // An unknown output stays as it is.
            }
        }
        return new JsonObject(members);
    }

    private void moveData(Map<String, JsonValue> members) {
        var data = new LinkedHashMap<String, RawJson>();
        for (var name : List.copyOf(members.keySet())) {
            if (OUTPUT_MEMBERS.contains(name)) {
                continue;
            }
            var value = members.remove(name);
            if (value != null) {
                var mimeType = MIME_TYPES.getOrDefault(name, name);
                data.put(mimeType, representation(mimeType, value));
            }
        }
        members.put("data", encoder.encodeData(data));
        var metadata = members.get("metadata");
        members.put(
                "metadata",
                metadata instanceof JsonObject object ? renamed(object) : JsonObject.EMPTY);
    }

    /// Joins lines; nbformat 3 kept JSON as text, nbformat 4 keeps it as JSON.
    private RawJson representation(String mimeType, JsonValue value) {
        boolean isText = value instanceof JsonArray || value instanceof JsonString;
        var text = isText ? LegacyUpgrade.joined(value, path + ".outputs") : "";
        if (mimeType.equals("application/json") && isText) {
            try {
                return RawJson.parse(text.getBytes(StandardCharsets.UTF_8));
            } catch (JsonSyntaxException _) {
                // Not JSON after all: it stays the text it was.
                return RawJson.ofString(text);
            }
        }
        return isText ? RawJson.ofString(text) : RawJson.of(value);
    }

    private static JsonObject renamed(JsonObject metadata) {
        var members = new LinkedHashMap<String, JsonValue>();
        metadata.members()
                .forEach((name, value) -> members.put(MIME_TYPES.getOrDefault(name, name), value));
        return new JsonObject(members);
    }
}
