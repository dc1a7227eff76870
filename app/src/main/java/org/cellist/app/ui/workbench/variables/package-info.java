/// The pane of the kernel's variables.
///
/// Start at [VariablesViewModel]: it asks when the kernel has come to rest and the pane is shown.
/// JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.variables;

import org.jspecify.annotations.NullMarked;
