/// What differs between two notebooks: cell by cell, by line and word, by MIME type.
///
/// Start at [NotebookDiff]. [CellAlignment] finds which cells belong together; [SequenceDiff]
/// compares any two lists and stays quick however long they are. Pure; any thread.
@NullMarked
package org.cellist.app.notebook.diff;

import org.jspecify.annotations.NullMarked;
