/// Files that are no notebooks, as pages: a text with its editor, Markdown and tables with another
/// way to look at them, pictures.
///
/// Start at [PlainPage]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.plain;

import org.jspecify.annotations.NullMarked;
