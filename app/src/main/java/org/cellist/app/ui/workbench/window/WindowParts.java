package org.cellist.app.ui.workbench.window;

import java.util.concurrent.Executor;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.theme.Look;

/// What all windows are made with. Immutable.
///
/// @param background runs what may take time
/// @param fx brings its results back
record WindowParts(Choices choices, Look look, Executor background, Executor fx) {}
