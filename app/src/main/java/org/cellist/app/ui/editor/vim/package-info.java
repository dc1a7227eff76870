/// Vim's keys as a machine over a text: no window, no thread of its own.
///
/// Start at [Vim]. Confined to one thread.
@NullMarked
package org.cellist.app.ui.editor.vim;

import org.jspecify.annotations.NullMarked;
