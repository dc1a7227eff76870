/// What a person can ask of the window, and how it is offered: as a button, a line of a menu.
///
/// Which commands there are is known to the workbench; start at [Command]. JavaFX Application
/// Thread.
@NullMarked
package org.cellist.app.ui.workbench.command;

import org.jspecify.annotations.NullMarked;
