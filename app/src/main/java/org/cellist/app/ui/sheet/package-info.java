/// Dialogs inside the window: a sheet over a veil, never a second window of the system.
///
/// Start at [SheetLayer]; [Question] is the short form for one decision. Every feature may use
/// it. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.sheet;

import org.jspecify.annotations.NullMarked;
