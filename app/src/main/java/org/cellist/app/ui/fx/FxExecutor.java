package org.cellist.app.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on the JavaFX Application Thread, in the order in which they were given.
///
/// It always queues, also when it is called on that thread: the order of effects never depends
/// on who calls. A task given after the toolkit has ended is dropped.
///
/// Thread-safe.
public final class FxExecutor implements Executor {

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
