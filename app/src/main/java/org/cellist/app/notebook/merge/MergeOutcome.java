package org.cellist.app.notebook.merge;

import java.util.List;
import org.cellist.app.notebook.model.Notebook;

/// A merged notebook, in the layout of the local side's file. Immutable.
///
/// @param conflicts what both sides changed differently, in the order of the cells
public record MergeOutcome(Notebook notebook, List<MergeConflict> conflicts) {

    public MergeOutcome {
        conflicts = List.copyOf(conflicts);
    }
}
