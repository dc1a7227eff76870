/// Terminal text as nodes: streams, `text/plain`, tracebacks; and the rows of a terminal that is
/// typed into.
///
/// Start at [TerminalView]. The text is what [org.cellist.app.ui.output.ansi] makes of it,
/// wrapped at the view's width in [WrappedRows]; each visible row is a [TerminalRow]. JavaFX
/// Application Thread.
@NullMarked
package org.cellist.app.ui.output.terminal;

import org.jspecify.annotations.NullMarked;
