/// The one place where an open notebook changes.
///
/// Start at [NotebookStore]. Confined to the notebook's owner: the JavaFX thread in the window,
/// one plain thread in the command line.
@NullMarked
package org.cellist.app.notebook.store;

import org.jspecify.annotations.NullMarked;
