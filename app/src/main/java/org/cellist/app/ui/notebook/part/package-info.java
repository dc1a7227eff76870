/// Collapsing and limiting the parts of code cells: their source and their outputs.
///
/// Start at [PartCommands]. What is shown is in the metadata of the cells, in the words of
/// [org.cellist.app.notebook.outline.CellParts]; the rows follow these. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.part;

import org.jspecify.annotations.NullMarked;
