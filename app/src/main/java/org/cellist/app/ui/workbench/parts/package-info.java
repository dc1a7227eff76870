/// How a person without a mouse goes through a window: its panes, and the buttons around them.
///
/// Start at [PartRing]; [BarKeys] walks along the buttons. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench.parts;

import org.jspecify.annotations.NullMarked;
