package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.storage.history.History;

/// The earlier versions of a document, and the ways back to them.
///
/// Confined to the JavaFX Application Thread.
///
/// @param file whose versions they are
/// @param now what is open now
/// @param edit makes one change, which can be undone
/// @param replace puts another notebook in place of the whole, which can be undone
/// @param background runs what may take time
/// @param fx runs tasks on the JavaFX Application Thread
public record Past(
        History history,
        Path file,
        Supplier<Notebook> now,
        Consumer<NotebookEdit> edit,
        Consumer<Notebook> replace,
        Executor background,
        Executor fx) {}
