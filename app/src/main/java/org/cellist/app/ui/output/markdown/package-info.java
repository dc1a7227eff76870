/// Markdown as nodes, as Jupyter understands it.
///
/// Start at [MarkdownView]. [HiddenFormulas] cuts formulas out, commonmark makes HTML of the rest,
/// and `markup` makes blocks of that, so that HTML within Markdown takes the same way as any
/// other. Parsing is pure; the view belongs to the JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.markdown;

import org.jspecify.annotations.NullMarked;
