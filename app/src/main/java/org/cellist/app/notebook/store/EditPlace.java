package org.cellist.app.notebook.store;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Where an undo or redo changed something, for the window to show. Immutable.
///
/// @param cells cells that exist now, at least one: those changed, or the one where others went
/// @param caret where the caret belongs in the first one's source, in UTF-16 units; null when no
///     text changed
/// @param step what was taken back or made again
public record EditPlace(List<CellId> cells, @Nullable Integer caret, Step step) {

    /// Names a step. Immutable.
    ///
    /// @param number see [NotebookStore#lastStep()]
    /// @param isBack whether it was taken back; else it was made again
    public record Step(long number, boolean isBack) {}

    public EditPlace {
        cells = List.copyOf(cells);
    }
}
