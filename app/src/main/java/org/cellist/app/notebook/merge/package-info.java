/// Two edits of one notebook put together, cell by cell.
///
/// Start at [NotebookMerge]. What both sides changed differently is a [MergeConflict]; nothing that
/// either side has, and the other did not delete, is in neither the result nor a conflict. Pure;
/// any thread.
@NullMarked
package org.cellist.app.notebook.merge;

import org.jspecify.annotations.NullMarked;
