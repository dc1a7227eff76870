/// Snippets: cells of ordinary notebooks that are put into other ones.
///
/// Start at [SnippetShelf], which reads and writes files and blocks; [SnippetNotebook] says what is
/// a snippet in a notebook. Any thread.
@NullMarked
package org.cellist.app.snippets;

import org.jspecify.annotations.NullMarked;
