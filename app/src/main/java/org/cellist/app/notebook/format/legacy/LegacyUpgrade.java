package org.cellist.app.notebook.format.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Upgrades a notebook of nbformat 2 or 3 to 4.5, as Python's `nbformat.convert` does.
///
/// What nobody knows is kept. Members that nbformat drops (`orig_nbformat`, `signature`,
/// the name) are dropped. Where nbformat gives up because a member is absent, it is taken for
/// empty; numbers keep their text.
///
/// Immutable.
public final class LegacyUpgrade {

    private static final List<String> DROPPED =
            List.of("worksheets", "orig_nbformat", "orig_nbformat_minor");
    private static final List<String> DROPPED_METADATA =
            List.of("name", "signature", "orig_nbformat", "orig_nbformat_minor");

    private final LegacyTexts texts;
    private final Supplier<String> ids;

    /// Makes an upgrade from one version.
    ///
    /// @param majorVersion 2 or 3
    /// @param ids gives each cell an `id`
    public LegacyUpgrade(int majorVersion, Supplier<String> ids) {
        this.texts = new LegacyTexts(majorVersion);
        this.ids = ids;
    }

    /// Returns the notebook as nbformat 4.5.
    ///
    /// @throws LegacyShapeException if a value is of a wrong type
    public JsonObject upgraded(JsonObject old) {
        var members = new LinkedHashMap<>(old.members());
        members.keySet().removeAll(DROPPED);
        members.put("cells", new JsonArray(cells(old)));
        members.put("metadata", metadata(old));
        members.put("nbformat", JsonNumber.of(4));
        members.put("nbformat_minor", JsonNumber.of(5));
        return new JsonObject(members);
    }

    private static JsonObject metadata(JsonObject old) {
        var metadata = new LinkedHashMap<>(old.object("metadata").members());
        metadata.keySet().removeAll(DROPPED_METADATA);
        return new JsonObject(metadata);
    }

    /// All worksheets become one list.
    private List<JsonValue> cells(JsonObject old) {
        var cells = new ArrayList<JsonValue>();
        for (var worksheet : items(old, "worksheets", "worksheets")) {
            if (!(worksheet instanceof JsonObject sheet)) {
                throw new LegacyShapeException("worksheets");
            }
            for (var cell : items(sheet, "cells", "worksheets.cells")) {
                var path = "cells[" + cells.size() + "]";
                if (!(cell instanceof JsonObject object)) {
                    throw new LegacyShapeException(path);
                }
                cells.add(new LegacyCell(object, texts, path).upgraded(ids.get()));
            }
        }
        return cells;
    }

    static List<JsonValue> items(JsonObject object, String name, String path) {
        return switch (object.get(name)) {
            case JsonArray(var items) -> items;
            case null -> List.of();
            default -> throw new LegacyShapeException(path);
        };
    }
}
