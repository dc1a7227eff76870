package org.cellist.app.notebook.store;

import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// Where an undo or redo changed something, for the window to show. Immutable.
///
/// @param cell a cell that exists now: the changed one, or the one where others went
/// @param caret where the caret belongs in its source, in UTF-16 units; null when no text changed
public record EditPlace(CellId cell, @Nullable Integer caret) {}
