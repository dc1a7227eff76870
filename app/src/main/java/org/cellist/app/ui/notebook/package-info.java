/// The virtual list of cells: what is near the viewport has nodes, the rest is only document.
///
/// Start at [NotebookView]; [VirtualColumn] is the list, which knows nothing of notebooks. JavaFX
/// Application Thread.
@NullMarked
package org.cellist.app.ui.notebook;

import org.jspecify.annotations.NullMarked;
