/// The names in a notebook's code, for completion where no kernel answers.
///
/// Start at [NotebookWords].
@NullMarked
package org.cellist.app.ui.notebook.words;

import org.jspecify.annotations.NullMarked;
