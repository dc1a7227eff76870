/// The pane of the kernels that run on this machine, with a window or without one.
///
/// Start at [KernelsViewModel]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.kernels;

import org.jspecify.annotations.NullMarked;
