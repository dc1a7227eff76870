/// One cell of a notebook: gutter, source, outputs, and what floats around them.
///
/// Start at [CellRow], the view, and [CellViewModel], its state. The text is edited by
/// `ui.editor`, outputs are drawn by `ui.output`; what concerns other cells is asked of the
/// notebook through [CellActions]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.cell;

import org.jspecify.annotations.NullMarked;
