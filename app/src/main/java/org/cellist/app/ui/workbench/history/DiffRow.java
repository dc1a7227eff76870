package org.cellist.app.ui.workbench.history;

import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.TextLine;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// One line of the differences between two notebooks. Immutable.
sealed interface DiffRow {

    /// A cell begins.
    ///
    /// @param diff what became of it
    /// @param number its place, from 1, in the notebook that has it
    record OfCell(CellDiff diff, int number, CellType type) implements DiffRow {}

    /// A part of a cell or of the notebook begins.
    record Part(String words) implements DiffRow {}

    record Line(TextLine line) implements DiffRow {}

    /// Lines that are the same are left out.
    record Gap() implements DiffRow {}

    /// A picture, as it was and as it is.
    ///
    /// @param then null when it was not there
    /// @param now null when it is not there
    record Picture(String mimeType, @Nullable MimeBundle then, @Nullable MimeBundle now)
            implements DiffRow {}
}
