/// What stands above a notebook, or in its place when it is not there.
///
/// Start at [Banner] and [RefusedPage]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.notice;

import org.jspecify.annotations.NullMarked;
