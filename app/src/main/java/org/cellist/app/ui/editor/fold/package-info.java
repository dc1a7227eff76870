/// Blocks of code that are folded to their first line: which there are, which are folded, and how
/// offsets of the whole text and of what is shown of it lead to each other.
///
/// Start at [Folds]. Everything but [FoldedCode] and [FoldMarks] is immutable.
@NullMarked
package org.cellist.app.ui.editor.fold;

import org.jspecify.annotations.NullMarked;
