/// The settings dialog and the choices behind it.
///
/// Start at [Choices], the settings as the window's properties. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.settings;

import org.jspecify.annotations.NullMarked;
