/// The palette: every command by its name, found by a few of its letters.
///
/// Start at [PaletteSheet]; [FuzzyMatch] says what fits and how well. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.palette;

import org.jspecify.annotations.NullMarked;
