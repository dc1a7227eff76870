package org.cellist.app.ui.editor.completion;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Runs tasks on the JavaFX thread after a while. A port, so that tests turn the clock.
///
/// Confined to the JavaFX Application Thread.
@FunctionalInterface
public interface Delay {

    void after(Duration time, Runnable task);

    /// The real time.
    ///
    /// @param fx runs a task on the JavaFX thread
    static Delay on(Executor fx) {
        return (time, task) ->
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, fx)
                        .execute(task);
    }
}
