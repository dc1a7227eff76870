package org.cellist.app.ui.workbench.history;

import java.util.List;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.model.Notebook;

/// What the sheet shows beside the timeline. Immutable.
sealed interface Shown {

    /// Versions are looked for, or one is read and compared.
    record Reading() implements Shown {}

    /// No version is kept of this notebook yet.
    record Nothing() implements Shown {}

    /// The version cannot be read.
    record Damaged() implements Shown {}

    /// Another file cannot be read.
    ///
    /// @param why in a person's words
    record Unreadable(String why) implements Shown {}

    /// What differs between a version, or another file, and what is open now.
    ///
    /// @param then the version
    /// @param now as it was when they were compared
    /// @param rows what is shown of the differences; none when there are none
    record Compared(Notebook then, Notebook now, NotebookDiff diff, List<DiffRow> rows)
            implements Shown {
        public Compared {
            rows = List.copyOf(rows);
        }
    }
}
