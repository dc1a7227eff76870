package org.cellist.app.notebook.diff;

import org.cellist.app.notebook.model.Cell;

/// What became of one cell. Places count from 0. Immutable.
public sealed interface CellDiff {

    /// It is the same, in the same order.
    record Same(int before, int after) implements CellDiff {}

    /// It is the same, and stands elsewhere among the others.
    record Moved(int before, int after, Cell cell) implements CellDiff {}

    /// It came.
    ///
    /// @param content what it holds, as changes of a cell that held nothing
    record Added(int after, Cell cell, CellChanges content) implements CellDiff {}

    /// It went.
    ///
    /// @param content what it held, as changes to a cell that holds nothing
    record Removed(int before, Cell cell, CellChanges content) implements CellDiff {}

    /// It differs.
    ///
    /// @param isMoved whether it stands elsewhere among the others too
    record Changed(int before, int after, boolean isMoved, Cell cell, CellChanges changes)
            implements CellDiff {}
}
