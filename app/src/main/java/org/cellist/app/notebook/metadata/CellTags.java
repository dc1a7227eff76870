package org.cellist.app.notebook.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.model.Cell;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// The tags of a cell: the list `tags` of its metadata, as nbformat 4.5 wants it. Each is there
/// once and has no comma; a cell without tags has no list.
///
/// Immutable.
public final class CellTags {

    private static final String TAGS = "tags";

    private CellTags() {}

    /// Returns the tags in their order. Cheap where there are none.
    public static List<String> of(JsonObject metadata) {
        return metadata.get(TAGS) instanceof JsonArray(var items)
                ? items.stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).text())
                        .distinct()
                        .toList()
                : List.of();
    }

    /// Returns whether a cell has that tag.
    public static boolean has(Cell cell, String tag) {
        return of(cell.metadata()).contains(tag);
    }

    /// Returns the tags that somebody wrote in one line, with commas between them.
    public static List<String> written(String line) {
        return Stream.of(line.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /// Returns metadata with a tag, behind those that are there.
    public static JsonObject with(JsonObject metadata, String tag) {
        if (of(metadata).contains(tag)) {
            return metadata;
        }
        var items = new ArrayList<>(items(metadata));
        items.add(new JsonString(tag));
        return metadata.with(TAGS, new JsonArray(items));
    }

    /// Returns metadata without a tag; without the list when it was the last one.
    public static JsonObject without(JsonObject metadata, String tag) {
        if (!of(metadata).contains(tag)) {
            return metadata;
        }
        var items = new ArrayList<>(items(metadata));
        items.removeIf(new JsonString(tag)::equals);
        return items.isEmpty() ? metadata.without(TAGS) : metadata.with(TAGS, new JsonArray(items));
    }

    private static List<JsonValue> items(JsonObject metadata) {
        return metadata.get(TAGS) instanceof JsonArray(var items) ? items : List.of();
    }

    /// Returns all tags that some cell has, in the order in which they come first.
    public static List<String> usedIn(List<Cell> cells) {
        var used = new LinkedHashSet<String>();
        cells.forEach(cell -> used.addAll(of(cell.metadata())));
        return List.copyOf(used);
    }
}
