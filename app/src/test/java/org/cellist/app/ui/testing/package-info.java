/// What every window test stands on: the toolkit, a shown stage, and a watchdog over the JavaFX
/// thread.
///
/// Start at [FxExtension].
@NullMarked
package org.cellist.app.ui.testing;

import org.jspecify.annotations.NullMarked;
