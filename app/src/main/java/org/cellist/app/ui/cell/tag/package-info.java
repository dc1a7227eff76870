/// The tags of a cell as they are seen on it.
///
/// Start at [TagLine]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.cell.tag;

import org.jspecify.annotations.NullMarked;
