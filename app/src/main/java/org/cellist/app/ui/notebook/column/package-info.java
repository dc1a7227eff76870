/// A virtual column: items of unknown heights one below the other, of which only those near the
/// window have nodes, and whose position never jumps when heights become known.
///
/// Knows nothing of notebooks. Start at [VirtualColumn]; see docs/decisions/0035. JavaFX
/// Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.column;

import org.jspecify.annotations.NullMarked;
