/// The pane of snippets, and saving cells as one.
///
/// Start at [SnippetCommands]. JavaFX Application Thread; files are read and written on another.
@NullMarked
package org.cellist.app.ui.workbench.snippets;

import org.jspecify.annotations.NullMarked;
