package org.cellist.app.ui.fx;

import javafx.application.Platform;

/// Starts and ends JavaFX.
///
/// Thread-safe.
public final class Toolkit {

    private Toolkit() {}

    /// Starts JavaFX and runs the first task on its thread. Returns at once; the process then
    /// lives
    /// until [#end].
    ///
    /// @throws IllegalStateException if it was started before
    /// @throws UnsupportedOperationException if there is no display
    public static void start(Runnable first) {
        Platform.startup(first);
        Platform.setImplicitExit(false);
    }

    /// Ends JavaFX; tasks given from now on are dropped.
    public static void end() {
        Platform.exit();
    }
}
