package org.cellist.app.ui.workbench.window;

import java.util.concurrent.Executor;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.workbench.snippets.SnippetDesk;

/// What all windows are made with. Immutable.
///
/// @param snippets where snippets are found
/// @param background runs what may take time
/// @param fx brings its results back
record WindowParts(
        Choices choices, Look look, SnippetDesk snippets, Executor background, Executor fx) {}
