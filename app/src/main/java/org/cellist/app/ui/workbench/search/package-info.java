/// The pane that finds text in all notebooks of a folder.
///
/// Start at [FolderSearchViewModel]. JavaFX Application Thread; folders are searched on another.
@NullMarked
package org.cellist.app.ui.workbench.search;

import org.jspecify.annotations.NullMarked;
