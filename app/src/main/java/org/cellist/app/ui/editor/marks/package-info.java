/// What is laid over the colours of a text: hits of a search, faults, frames; and how marks and
/// colours become the runs of styles that a text is shown with.
///
/// Start at [Marks]. Everything here is immutable or confined to the JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.editor.marks;

import org.jspecify.annotations.NullMarked;
