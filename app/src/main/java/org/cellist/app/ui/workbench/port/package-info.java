/// What the workbench asks of the rest of the application; implemented by the wiring with
/// sessions.
///
/// Start at [Documents]. Every call returns at once, every callback comes on the JavaFX
/// Application Thread. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.port;

import org.jspecify.annotations.NullMarked;
