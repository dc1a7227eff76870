/// What a window without a notebook offers: a new one, or one of those that were open lately.
///
/// Start at [StartPage]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.start;

import org.jspecify.annotations.NullMarked;
