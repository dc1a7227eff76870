/// Where a notebook runs: the chip in the tool bar and the dialog that chooses a runtime.
///
/// Start at [RuntimeChip] and [PickerSheet]. What can be chosen comes through [RuntimeChoices],
/// which the application implements with the kernel bridge. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.runtime;

import org.jspecify.annotations.NullMarked;
