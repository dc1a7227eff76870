/// The sheet of a notebook's history: its versions by day, what differs from what is open, and the
/// ways back.
///
/// Start at [HistoryViewModel], and at [HistorySheet] for what is seen. JavaFX Application Thread;
/// versions are read and compared on another.
@NullMarked
package org.cellist.app.ui.workbench.history;

import org.jspecify.annotations.NullMarked;
