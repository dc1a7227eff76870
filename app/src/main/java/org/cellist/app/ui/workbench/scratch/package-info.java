/// The pane of what is tried out beside a notebook, and who has the keys: it, or the notebook.
///
/// Start at [ScratchBeside]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.scratch;

import org.jspecify.annotations.NullMarked;
