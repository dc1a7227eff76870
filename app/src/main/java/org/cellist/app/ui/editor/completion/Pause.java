package org.cellist.app.ui.editor.completion;

import java.time.Duration;

/// Does something once nothing has happened for a while.
///
/// Confined to the JavaFX Application Thread.
final class Pause {

    private final Delay delay;
    private long number;

    Pause(Delay delay) {
        this.delay = delay;
    }

    /// Does that after the time, unless this is called again or cancelled before.
    void restart(Duration time, Runnable action) {
        long mine = ++number;
        delay.after(
                time,
                () -> {
                    if (mine == number) {
                        action.run();
                    }
                });
    }

    void cancel() {
        number++;
    }
}
