/// What a page does with a text, be it a cell's or a file's.
///
/// Start at [TextCommands]. Immutable values.
@NullMarked
package org.cellist.app.ui.notebook.text;

import org.jspecify.annotations.NullMarked;
