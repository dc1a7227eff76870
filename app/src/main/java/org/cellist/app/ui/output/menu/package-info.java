/// The one context menu of an output: what a view offers for itself, and below it what can be done
/// with the whole output.
///
/// Start at [MenuPlace]. The views know only this; who holds outputs implements it. JavaFX
/// Application Thread.
@NullMarked
package org.cellist.app.ui.output.menu;

import org.jspecify.annotations.NullMarked;
