package org.cellist.app.ui.workbench.measure;

import java.util.concurrent.Executor;
import javafx.scene.Scene;

/// Calls back at the end of each pulse: after layout, and after the scene was handed to the
/// renderer.
///
/// A task that is queued while a pulse lays out runs right after that pulse.
///
/// Confined to the JavaFX Application Thread.
final class PulseEnds {

    private final Scene scene;
    private final Runnable listener;

    PulseEnds(Scene scene, Executor fx, Runnable action) {
        this.scene = scene;
        this.listener = () -> fx.execute(action);
        scene.addPostLayoutPulseListener(listener);
    }

    void stop() {
        scene.removePostLayoutPulseListener(listener);
    }
}
