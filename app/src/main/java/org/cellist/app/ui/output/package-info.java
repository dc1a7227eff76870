/// The outputs of a code cell as nodes.
///
/// Start at [OutputArea]. For each output it takes the richest representation that can be shown
/// safely; the packages below draw one kind each: `terminal` text with colours, `rich` formatted
/// text (from Markdown by `markdown`, from HTML by `markup`), `table` data frames, `image`
/// pictures, `latex` formulas, `json` trees, `html` the sandboxed browser for the rest. What is
/// shown is a view of the document and can be thrown away at any time. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output;

import org.jspecify.annotations.NullMarked;
