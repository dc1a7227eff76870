/// Cells dragged with the mouse, within a page and to another one.
///
/// Start at [CellDragging]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.drag;

import org.jspecify.annotations.NullMarked;
