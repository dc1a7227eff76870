package org.cellist.app.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;

/// The source that each cell had when it ran last as a whole, and which cells have another one now:
/// what they show is not what their code says.
///
/// Cells that did not run since the notebook was opened are not known, and not stale.
///
/// Confined to the notebook's owner.
final class RanSources {

    private final NotebookStore store;
    private final Map<CellId, String> ran = new HashMap<>();
    private final Set<CellId> stale = new HashSet<>();

    RanSources(NotebookStore store) {
        this.store = store;
        store.follow(this::changed);
    }

    void begins(CellId cell, String source) {
        ran.put(cell, source);
        look(cell);
    }

    boolean isKnown(CellId cell) {
        return ran.containsKey(cell);
    }

    boolean isStale(CellId cell) {
        return stale.contains(cell);
    }

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.SourceChanged source -> look(source.cell());
            case NotebookChange.NotebookReplaced _ -> Set.copyOf(ran.keySet()).forEach(this::look);
            default -> {
                // Leaves the sources alone.
            }
        }
    }

    private void look(CellId id) {
        var source = ran.get(id);
        if (source == null) {
            return;
        }
        boolean isSame =
                store.notebook().cell(id).filter(cell -> cell.source().equals(source)).isPresent();
        if (isSame) {
            stale.remove(id);
        } else {
            stale.add(id);
        }
    }
}
