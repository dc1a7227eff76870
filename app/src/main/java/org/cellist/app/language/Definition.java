package org.cellist.app.language;

import java.nio.file.Path;
import org.cellist.app.notebook.model.CellId;

/// Where a name is defined. Immutable.
public sealed interface Definition {

    /// Nobody knows.
    record Unknown() implements Definition {}

    /// In a cell, from `start` to before `end`, in UTF-16 units of its source.
    record InCell(CellId cell, int start, int end) implements Definition {}

    /// In another file.
    ///
    /// @param line from 1
    /// @param column from 1, in UTF-16 units
    record InFile(Path file, int line, int column) implements Definition {}
}
