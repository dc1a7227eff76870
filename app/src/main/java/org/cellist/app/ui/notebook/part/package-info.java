/// Collapsing and limiting the parts of code cells: their source and their outputs.
///
/// Start at [PartCommands]. Also here: how large the page is shown, and windows of single outputs.
///
/// What is shown is in the metadata of the cells, in the words of
/// [org.cellist.app.notebook.outline.CellParts]; the rows follow these. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.part;

import org.jspecify.annotations.NullMarked;
