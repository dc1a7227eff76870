package org.cellist.app.ui.page;

import org.cellist.app.notebook.model.CellId;

/// Where a person stands on a page, and can come back to. Immutable.
///
/// @param cell the notebook's cell, or the only one of a text
/// @param offset before which character of its source, in UTF-16 units; [#WHOLE] when the cell is
///     selected and nothing is written in it
public record PagePlace(CellId cell, int offset) {

    /// The cell itself, not a place in its text.
    public static final int WHOLE = -1;

    public boolean isInText() {
        return offset != WHOLE;
    }
}
