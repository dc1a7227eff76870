package org.cellist.app.ui.page;

import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Where a person stands in a file. Immutable.
///
/// @param lead the cell that keys go to, null in an empty notebook
/// @param index its position, 0 for the first cell, -1 without a lead
/// @param selected how many cells are selected
/// @param cells how many cells the notebook has
/// @param text where the caret stands in a file that is a text; null elsewhere
public record PageSelection(
        @Nullable CellId lead, int index, int selected, int cells, @Nullable TextPlace text) {

    /// Nothing selected in an empty notebook.
    public static final PageSelection NONE = new PageSelection(null, -1, 0, 0);

    /// A notebook's.
    public PageSelection(@Nullable CellId lead, int index, int selected, int cells) {
        this(lead, index, selected, cells, null);
    }

    /// A text's.
    public static PageSelection in(TextPlace text) {
        return new PageSelection(null, -1, 0, 0, text);
    }
}
