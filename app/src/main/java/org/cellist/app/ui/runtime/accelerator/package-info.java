/// The part of the runtime picker that chooses what of this computer a kernel computes on.
///
/// Start at [AcceleratorPane]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.runtime.accelerator;

import org.jspecify.annotations.NullMarked;
