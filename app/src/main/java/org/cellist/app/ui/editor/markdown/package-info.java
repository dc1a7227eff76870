/// What commands do to a Markdown text: bold, lists, tables and the like.
///
/// Start at [MarkdownCommands], which makes each change as one edit of an area. What the change is
/// is computed by pure functions from text and selection to a [TextChange]: [Wrapping] for marks
/// around words, [LineMarks] for marks at the beginnings of lines, [MarkdownTable] for tables.
@NullMarked
package org.cellist.app.ui.editor.markdown;

import org.jspecify.annotations.NullMarked;
