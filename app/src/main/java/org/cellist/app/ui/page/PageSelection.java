package org.cellist.app.ui.page;

import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Where a person stands in a notebook. Immutable.
///
/// @param lead the cell that keys go to, null in an empty notebook
/// @param index its position, 0 for the first cell, -1 without a lead
/// @param selected how many cells are selected
/// @param cells how many cells the notebook has
public record PageSelection(@Nullable CellId lead, int index, int selected, int cells) {

    /// Nothing selected in an empty notebook.
    public static final PageSelection NONE = new PageSelection(null, -1, 0, 0);
}
