/// What a terminal shows of what its program writes.
///
/// Start at [Emulation], which owns JediTerm's emulator on a thread of its own and hands out
/// [ScreenShot]s. Knows no JavaFX.
@NullMarked
package org.cellist.app.ui.terminal.emulation;

import org.jspecify.annotations.NullMarked;
