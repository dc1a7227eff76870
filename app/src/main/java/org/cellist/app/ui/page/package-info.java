/// What the workbench asks of the page that shows a notebook, so that neither imports the other.
///
/// Start at [NotebookPage]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.page;

import org.jspecify.annotations.NullMarked;
