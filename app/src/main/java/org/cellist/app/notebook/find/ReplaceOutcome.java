package org.cellist.app.notebook.find;

import java.util.List;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;

/// What replacing would change. Immutable.
public sealed interface ReplaceOutcome {

    /// One edit for each cell that changes, to be made on the very snapshot that was searched.
    ///
    /// @param count how many matches are replaced
    record Edits(List<EditSource> edits, int count) implements ReplaceOutcome {
        public Edits {
            edits = List.copyOf(edits);
        }
    }

    /// It was ended before; nothing is to be changed.
    record Ended(SearchEnd end) implements ReplaceOutcome {}
}
