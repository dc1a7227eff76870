package org.cellist.app.ui.notebook.find;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.cellist.app.ui.fx.FxExecutor;

/// Where a search runs. Immutable.
///
/// @param background runs the search itself
/// @param fx brings its results to the JavaFX thread
/// @param soon runs on the JavaFX thread what waits until a few more keys may have been typed
public record FindThreads(Executor background, Executor fx, Executor soon) {

    private static final int KEYS_MS = 100;

    /// Returns those of a window.
    public static FindThreads ofWindow() {
        var fx = new FxExecutor();
        return new FindThreads(
                task -> Thread.ofVirtual().name("find").start(task),
                fx,
                CompletableFuture.delayedExecutor(KEYS_MS, TimeUnit.MILLISECONDS, fx));
    }
}
