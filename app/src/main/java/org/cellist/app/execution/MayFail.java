package org.cellist.app.execution;

import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.model.Cell;

/// The tag that says of a cell that its error is meant, and stops nothing; as in nbconvert.
///
/// Immutable.
final class MayFail {

    private MayFail() {}

    static boolean isTagged(Cell cell) {
        return CellTags.has(cell, "raises-exception");
    }
}
