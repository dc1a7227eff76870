package org.cellist.app.notebook.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an edit, an undo or a redo did to the notebook. Immutable.
public sealed interface NotebookChange {

    /// Text of a cell was replaced.
    ///
    /// @param editor the editor that shows it already; null on undo, redo and foreign edits
    record SourceChanged(
            CellId cell, int offset, int removedLength, String inserted, @Nullable EditorId editor)
            implements NotebookChange {

        /// Returns where a place of the source is now: before the character that it was before,
        /// or, where that was replaced, as far on in what replaced it.
        ///
        /// @param place in UTF-16 units of the source as it was
        public int after(int place) {
            int end = offset + removedLength;
            return place >= end
                    ? place - removedLength + inserted.length()
                    : Math.min(place, offset + inserted.length());
        }
    }

    /// Cells now stand at `index` and after.
    record CellsInserted(int index, List<CellId> cells) implements NotebookChange {}

    /// The cells are gone.
    record CellsRemoved(List<CellId> cells) implements NotebookChange {}

    /// The order of the cells changed.
    record CellsMoved(List<CellId> cells) implements NotebookChange {}

    /// The cell has another type now.
    record CellTypeChanged(CellId cell) implements NotebookChange {}

    /// Metadata or attachments of a cell are others now.
    record CellMetadataChanged(CellId cell) implements NotebookChange {}

    record NotebookMetadataChanged() implements NotebookChange {}

    /// Outputs or execution count of the cell changed.
    record OutputsChanged(CellId cell) implements NotebookChange {}

    /// Everything may be different.
    record NotebookReplaced() implements NotebookChange {}
}
