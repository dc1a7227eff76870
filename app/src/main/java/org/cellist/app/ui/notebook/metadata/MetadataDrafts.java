package org.cellist.app.ui.notebook.metadata;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What was typed as metadata and not yet applied, of all notebooks of a window. A draft outlives
/// its window and its page, as long as the notebook is open.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class MetadataDrafts {

    private final Map<NotebookStore, Map<MetadataTarget, MetadataDraft>> drafts =
            new WeakHashMap<>();

    /// Returns whether anything typed for a notebook is not applied.
    public boolean hasUnapplied(NotebookStore notebook) {
        return drafts.getOrDefault(notebook, Map.of()).values().stream()
                .anyMatch(MetadataDraft::isChanged);
    }

    /// Returns the draft that is kept, or a new one.
    ///
    /// @param now the metadata as they are
    MetadataDraft of(NotebookStore notebook, MetadataTarget target, JsonObject now) {
        var kept = drafts.computeIfAbsent(notebook, _ -> new HashMap<>());
        var before = kept.get(target);
        if (before != null && before.isChanged()) {
            return before;
        }
        var made = new MetadataDraft(now);
        kept.put(target, made);
        return made;
    }
}
