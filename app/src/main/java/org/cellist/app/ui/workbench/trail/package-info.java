/// Where a person came from by a jump, and the way back.
///
/// Start at [Trail]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.trail;

import org.jspecify.annotations.NullMarked;
