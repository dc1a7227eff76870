/// The `.ipynb` file format: a lenient reader, a writer that changes only what was changed.
///
/// Start at [NotebookReader], [ReadOutcome] and [NotebookWriter]. Pure; any thread.
@NullMarked
package org.cellist.app.notebook.format;

import org.jspecify.annotations.NullMarked;
