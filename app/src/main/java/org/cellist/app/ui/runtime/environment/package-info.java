/// The sheet that makes a Python environment for a notebook.
///
/// Start at [NewEnvironmentPane], which knows no node; [EnvironmentChoices] is what it asks of the
/// machine. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.runtime.environment;

import org.jspecify.annotations.NullMarked;
