package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// One member of metadata that differs; of an object in it, its members. Immutable.
///
/// @param path the names from the outside, with dots between them
public record MemberChange(String path, Change<JsonValue> value) {

    /// Returns what differs, in the order of `before` and then of `after`.
    static List<MemberChange> between(JsonObject before, JsonObject after) {
        var changes = new ArrayList<MemberChange>();
        addTo(changes, "", before, after);
        return List.copyOf(changes);
    }

    private static void addTo(
            List<MemberChange> changes, String above, JsonObject before, JsonObject after) {
        var names = new LinkedHashSet<>(before.members().keySet());
        names.addAll(after.members().keySet());
        for (var name : names) {
            var left = before.get(name);
            var right = after.get(name);
            var path = above + name;
            if (left instanceof JsonObject one && right instanceof JsonObject other) {
                addTo(changes, path + ".", one, other);
            } else if (!Objects.equals(left, right)) {
                changes.add(new MemberChange(path, new Change<>(left, right)));
            }
        }
    }
}
