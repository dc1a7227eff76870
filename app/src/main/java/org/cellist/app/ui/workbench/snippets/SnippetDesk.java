package org.cellist.app.ui.workbench.snippets;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.ui.output.port.CodeColourer;

/// What snippets need of the program. Immutable.
///
/// @param shelf where they are read and saved; it blocks
/// @param colours colours their code
/// @param opener shows a folder in the system's file manager
/// @param background runs what takes time
/// @param fx brings its results to the JavaFX Application Thread
public record SnippetDesk(
        SnippetShelf shelf,
        CodeColourer colours,
        Consumer<URI> opener,
        Executor background,
        Executor fx) {}
