package org.cellist.app.ui.notebook.column;

import javafx.animation.AnimationTimer;

/// Lets a list make ready one more node in each idle pulse, until nothing is missing.
///
/// Confined to the JavaFX Application Thread.
final class Prefetch extends AnimationTimer {

    private final Runnable layoutAgain;
    private boolean allowed;
    private boolean missing;

    Prefetch(Runnable layoutAgain) {
        this.layoutAgain = layoutAgain;
    }

    /// Answers true once for each pulse.
    boolean mayBuild() {
        boolean answer = allowed;
        allowed = false;
        return answer;
    }

    /// Something near the viewport has no node yet.
    void again() {
        missing = true;
        start();
    }

    @Override
    public void handle(long now) {
        if (!missing) {
            stop();
            return;
        }
        missing = false;
        allowed = true;
        layoutAgain.run();
    }
}
