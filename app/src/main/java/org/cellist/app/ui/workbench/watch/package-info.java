/// Watches the places where kernels of open notebooks run: what they have left, and who takes it.
///
/// Start at [MemoryWatch]. JavaFX Application Thread; what waits is done on background threads.
@NullMarked
package org.cellist.app.ui.workbench.watch;

import org.jspecify.annotations.NullMarked;
