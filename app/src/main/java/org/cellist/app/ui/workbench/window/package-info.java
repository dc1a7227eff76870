/// The windows of the system.
///
/// Start at [WorkbenchWindows], which follows the models of a
/// [org.cellist.app.ui.workbench.WindowSet]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.window;

import org.jspecify.annotations.NullMarked;
