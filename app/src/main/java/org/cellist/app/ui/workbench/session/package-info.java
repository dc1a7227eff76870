/// Answers the workbench's questions with sessions.
///
/// Start at [SessionDocuments]. JavaFX Application Thread; files are read on virtual threads.
@NullMarked
package org.cellist.app.ui.workbench.session;

import org.jspecify.annotations.NullMarked;
