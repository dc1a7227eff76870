/// The page of a notebook: its cells, of which only those near the viewport have nodes, and what a
/// person can do with them.
///
/// Start at [NotebookView]; the list it shows them in is the package `column`. JavaFX Application
/// Thread.
@NullMarked
package org.cellist.app.ui.notebook;

import org.jspecify.annotations.NullMarked;
