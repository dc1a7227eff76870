/// The pane of what this machine has, and what notebooks take of it.
///
/// Start at [ResourcesViewModel]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.resources;

import org.jspecify.annotations.NullMarked;
