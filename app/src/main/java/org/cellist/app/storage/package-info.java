/// Notebooks on this disk: opening, saving so that nothing is lost, autosave.
///
/// Start at [NotebookFiles]. Blocking; call on virtual threads.
@NullMarked
package org.cellist.app.storage;

import org.jspecify.annotations.NullMarked;
