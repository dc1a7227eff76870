package org.cellist.app.ui.workbench.history;

import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.NotebookDiff;

/// What a version changed, in short. Immutable.
sealed interface Summary {

    /// Nothing is kept from before it.
    record First(int cells) implements Summary {}

    /// It cannot be read.
    record Damaged() implements Summary {}

    /// How many cells differ from the version before.
    ///
    /// @param changed those that are moved too
    record Cells(int changed, int added, int removed) implements Summary {}

    static Cells of(NotebookDiff diff) {
        int changed = 0;
        int added = 0;
        int removed = 0;
        for (var cell : diff.cells()) {
            switch (cell) {
                case CellDiff.Same _ -> {}
                case CellDiff.Moved _, CellDiff.Changed _ -> changed++;
                case CellDiff.Added _ -> added++;
                case CellDiff.Removed _ -> removed++;
            }
        }
        return new Cells(changed, added, removed);
    }
}
