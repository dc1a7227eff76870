/// The ways onto the JavaFX Application Thread; nothing else calls `Platform.runLater`.
///
/// Start at [FxExecutor]; [PulseExecutor] is for what comes faster than a screen can draw. Any
/// thread.
@NullMarked
package org.cellist.app.ui.fx;

import org.jspecify.annotations.NullMarked;
