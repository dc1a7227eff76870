/// Terminals as a person sees them and types into them.
///
/// Start at [TerminalScreen]. What it shows is made by
/// [org.cellist.app.ui.terminal.emulation.Emulation]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.terminal;

import org.jspecify.annotations.NullMarked;
