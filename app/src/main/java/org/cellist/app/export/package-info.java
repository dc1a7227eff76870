/// A notebook in other forms: a script, Markdown, a web page of one file.
///
/// Start at [ScriptExporter], [MarkdownExporter] and [HtmlExporter]. Pure; any thread.
@NullMarked
package org.cellist.app.export;

import org.jspecify.annotations.NullMarked;
