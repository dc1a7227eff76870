package org.cellist.app.notebook.store;

import java.util.LinkedHashSet;
import java.util.Objects;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Takes back what one edit did to metadata, and nothing that was written there since. Pure.
///
/// Immutable.
final class MetadataUndo {

    private MetadataUndo() {}

    /// Returns metadata in which the members that differ before and after the edit are as before.
    static JsonObject of(JsonObject now, JsonObject before, JsonObject after) {
        if (now.equals(after)) {
            return before;
        }
        var names = new LinkedHashSet<>(before.members().keySet());
        names.addAll(after.members().keySet());
        var restored = now;
        for (var name : names) {
            var was = before.get(name);
            if (Objects.equals(was, after.get(name))) {
                continue;
            }
            if (was instanceof JsonObject inner
                    && after.get(name) instanceof JsonObject made
                    && now.get(name) instanceof JsonObject found) {
                restored = restored.with(name, of(found, inner, made));
            } else {
                restored = was == null ? restored.without(name) : restored.with(name, was);
            }
        }
        return restored;
    }
}
