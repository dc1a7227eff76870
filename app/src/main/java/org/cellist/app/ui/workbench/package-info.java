/// The main window: tabs, tool bar, side pane, status bar, commands, and what it says when
/// something is wrong.
///
/// Start at [WorkbenchView] and [WorkbenchViewModel]. The notebook itself is drawn by a
/// [org.cellist.app.ui.page.NotebookPage]; documents come through the interfaces in `port`.
/// JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.workbench;

import org.jspecify.annotations.NullMarked;
