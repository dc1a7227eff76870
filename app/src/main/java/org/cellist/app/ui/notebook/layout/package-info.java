/// Laying out the code of a notebook's cells by ruff or black.
///
/// Start at [FormatCommands]. JavaFX Application Thread, but for the work of the program, which is
/// on a virtual thread.
@NullMarked
package org.cellist.app.ui.notebook.layout;

import org.jspecify.annotations.NullMarked;
