/// How groups of tabs share the window.
///
/// Start at [Arrangement]; [SplitView] draws one. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.split;

import org.jspecify.annotations.NullMarked;
