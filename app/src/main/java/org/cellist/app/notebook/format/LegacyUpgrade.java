package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.format.ReadOutcome.ReadOnly;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Upgrades a notebook of nbformat 2 or 3 to 4.5, as Python's `nbformat.convert` does.
///
/// The result is written as JSON in nbformat's layout and read again, so that what nobody knows
/// is
/// kept there like in any other file. Members that nbformat drops when it writes
/// (`orig_nbformat`,
/// `signature`) are dropped.
///
/// Immutable.
final class LegacyUpgrade {

    private final int majorVersion;

    LegacyUpgrade(int majorVersion) {
        this.majorVersion = majorVersion;
    }

    /// @param start where the JSON begins, after a BOM
    ReadOutcome upgrade(byte[] file, int start) throws JsonSyntaxException {
        var old = new JsonCursor(file, start, file.length).value().object();
        var members = new LinkedHashMap<>(old.members());
        for (var dropped : List.of("worksheets", "orig_nbformat", "orig_nbformat_minor")) {
            members.remove(dropped);
        }
        members.put("cells", new JsonArray(cells(old)));
        members.put("metadata", metadata(old));
        members.put("nbformat", JsonNumber.of(4));
        members.put("nbformat_minor", JsonNumber.of(5));
        var json = StyledJson.of(new JsonObject(members), FileLayout.NBFORMAT, 0) + "\n";
        return switch (new NotebookReader().read(json.getBytes(StandardCharsets.UTF_8))) {
            case Editable(var notebook, _) -> new Legacy(notebook, majorVersion);
            case ReadOnly(var notebook, _) -> new Legacy(notebook, majorVersion);
            case ReadOutcome.Refused refused -> refused;
            case Legacy legacy -> legacy;
        };
    }

    private static JsonObject metadata(JsonObject old) {
        return old.object("metadata").without("name").without("signature");
    }

    private static List<JsonValue> cells(JsonObject old) {
        var cells = new ArrayList<JsonValue>();
        for (var worksheet : items(old, "worksheets", "worksheets")) {
            if (!(worksheet instanceof JsonObject sheet)) {
                throw ShapeException.wrongType(-1, "worksheets");
            }
            for (var cell : items(sheet, "cells", "worksheets.cells")) {
                if (!(cell instanceof JsonObject object)) {
                    throw ShapeException.wrongType(-1, "worksheets.cells");
                }
                cells.add(new LegacyCell(object, "cells[" + cells.size() + "]").upgraded());
            }
        }
        return cells;
    }

    static List<JsonValue> items(JsonObject object, String name, String path) {
        return switch (object.get(name)) {
            case JsonArray(var items) -> items;
            case null -> List.of();
            default -> throw ShapeException.wrongType(-1, path);
        };
    }

    /// Returns a text that nbformat 3 may keep as a list of lines with or without their ends.
    static String joined(JsonValue value, String path) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonArray(var items) -> {
                var lines = new ArrayList<String>();
                for (var item : items) {
                    if (!(item instanceof JsonString(var line))) {
                        throw ShapeException.wrongType(-1, path);
                    }
                    lines.add(line);
                }
                boolean haveEnds =
                        !lines.isEmpty()
                                && (lines.getFirst().endsWith("\n")
                                        || lines.getFirst().endsWith("\r"));
                yield String.join(haveEnds ? "" : "\n", lines);
            }
            default -> throw ShapeException.wrongType(-1, path);
        };
    }
}
