package org.cellist.app.ui.editor.fold;

import java.util.HashMap;
import java.util.Map;
import org.cellist.app.notebook.model.CellId;

/// What is folded in the code of each cell of a page, whether a row shows it or not.
///
/// Cells that are removed are remembered: undo brings them back as they were.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FoldedCells {

    private final Map<CellId, FoldedCode> cells = new HashMap<>();

    /// Returns what is folded in a cell, for good.
    public FoldedCode of(CellId cell) {
        return cells.computeIfAbsent(cell, _ -> new FoldedCode());
    }
}
