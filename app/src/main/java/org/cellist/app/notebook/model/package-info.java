/// The notebook document as immutable values.
///
/// Start at [Notebook]. Every change is a [NotebookEdit]; what it did is a [NotebookChange].
/// Safe on every thread.
@NullMarked
package org.cellist.app.notebook.model;

import org.jspecify.annotations.NullMarked;
