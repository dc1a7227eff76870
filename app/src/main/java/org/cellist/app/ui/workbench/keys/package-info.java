/// The dialog of the keys: which command has which, and a way to change that.
///
/// Start at [KeysSheet]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.keys;

import org.jspecify.annotations.NullMarked;
