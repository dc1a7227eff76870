/// Finds out which part of a source is a keyword, a string, a comment and so on.
///
/// Start at [CodeHighlighter]: it takes texts on any thread, works on one thread of its own, and
/// hands [Highlight]s to an executor. Most languages are parsed with tree-sitter and coloured by
/// the queries (`*.scm`) in this package's resources; Julia and languages without a grammar have
/// small lexers. Knows no JavaFX.
@NullMarked
package org.cellist.app.ui.editor.highlight;

import org.jspecify.annotations.NullMarked;
