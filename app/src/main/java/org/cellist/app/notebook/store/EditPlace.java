package org.cellist.app.notebook.store;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Where an undo or redo changed something, for the window to show. Immutable.
///
/// @param cells cells that exist now, at least one: those changed, or the one where others went
/// @param caret where the caret belongs in the first one's source, in UTF-16 units; null when no
///     text changed
public record EditPlace(List<CellId> cells, @Nullable Integer caret) {

    public EditPlace {
        cells = List.copyOf(cells);
    }
}
