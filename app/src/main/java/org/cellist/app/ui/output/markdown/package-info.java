/// Markdown as nodes.
///
/// Start at [MarkdownView]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.markdown;

import org.jspecify.annotations.NullMarked;
