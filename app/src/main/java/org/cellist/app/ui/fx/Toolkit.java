package org.cellist.app.ui.fx;

import java.util.function.Consumer;
import javafx.application.Platform;

/// Starts and ends JavaFX.
///
/// Thread-safe.
public final class Toolkit {

    private Toolkit() {}

    /// Starts JavaFX and runs the first task on its thread. Returns at once; the process then
    /// lives until [#end].
    ///
    /// @param failed told, on the same thread, what kept the first task from its end
    /// @throws IllegalStateException if it was started before
    /// @throws UnsupportedOperationException if there is no display
    public static void start(Runnable first, Consumer<Throwable> failed) {
        Platform.startup(() -> begin(first, failed));
        Platform.setImplicitExit(false);
    }

    // JavaFX would print what is thrown here and go on: a process without a window, for ever. A
    // system library that is missing shows as an Error.
    @SuppressWarnings("IllegalCatch")
    private static void begin(Runnable first, Consumer<Throwable> failed) {
        try {
            first.run();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }

    /// Ends JavaFX; tasks given from now on are dropped.
    public static void end() {
        Platform.exit();
    }
}
