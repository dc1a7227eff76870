/// Measures the window as it is: how soon cells are painted, how smoothly they scroll, how quickly
/// a key is seen.
///
/// Start at [WindowMeasure]. "Painted" means the end of the pulse that laid the change out. JavaFX
/// Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.measure;

import org.jspecify.annotations.NullMarked;
