package org.cellist.app.notebook.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// Metadata merged member by member, objects within objects too.
///
/// Of two new values the local one stays; a new value stays where the other side deleted it.
///
/// Confined to one thread.
final class MetadataMerge {

    private final @Nullable CellId cell;
    private final List<MergeConflict> conflicts;

    /// @param cell null for the notebook's own metadata
    /// @param conflicts where conflicts are added
    MetadataMerge(@Nullable CellId cell, List<MergeConflict> conflicts) {
        this.cell = cell;
        this.conflicts = conflicts;
    }

    JsonObject merged(JsonObject base, JsonObject local, JsonObject remote) {
        return merged("", base, local, remote);
    }

    private JsonObject merged(String above, JsonObject base, JsonObject local, JsonObject remote) {
        if (local.equals(remote) || remote.equals(base)) {
            return local;
        }
        var names = new LinkedHashSet<>(local.members().keySet());
        names.addAll(remote.members().keySet());
        var members = new LinkedHashMap<String, JsonValue>();
        for (var name : names) {
            var value = member(above + name, base.get(name), local.get(name), remote.get(name));
            if (value != null) {
                members.put(name, value);
            }
        }
        return new JsonObject(members);
    }

    private @Nullable JsonValue member(
            String path,
            @Nullable JsonValue base,
            @Nullable JsonValue local,
            @Nullable JsonValue remote) {
        if (Objects.equals(local, remote) || Objects.equals(remote, base)) {
            return local;
        }
        if (Objects.equals(local, base)) {
            return remote;
        }
        if (local instanceof JsonObject ours && remote instanceof JsonObject theirs) {
            var before = base instanceof JsonObject object ? object : JsonObject.EMPTY;
            return merged(path + ".", before, ours, theirs);
        }
        if (path.equals("tags")
                && local instanceof JsonArray(var ours)
                && remote instanceof JsonArray(var theirs)) {
            return tags(base instanceof JsonArray(var before) ? before : List.of(), ours, theirs);
        }
        conflicts.add(new MergeConflict.Metadata(cell, path, local, remote));
        return local == null ? remote : local;
    }

    /// A cell's tags are a set: what either side took is gone, what either side added is there.
    private static JsonArray tags(
            List<JsonValue> base, List<JsonValue> local, List<JsonValue> remote) {
        var tags = new LinkedHashSet<>(local);
        tags.removeIf(tag -> base.contains(tag) && !remote.contains(tag));
        remote.stream().filter(tag -> !base.contains(tag)).forEach(tags::add);
        return new JsonArray(List.copyOf(tags));
    }
}
