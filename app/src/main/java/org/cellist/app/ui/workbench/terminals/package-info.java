/// The pane of terminals below the pages of a window.
///
/// Start at [TerminalsBelow], which shows it, and [TerminalsViewModel], which has the terminals.
/// Nothing of a terminal is loaded before one is opened. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.terminals;

import org.jspecify.annotations.NullMarked;
