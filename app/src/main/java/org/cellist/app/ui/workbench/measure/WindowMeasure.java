package org.cellist.app.ui.workbench.measure;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// What can be measured in a window that has just been shown. Immutable.
public enum WindowMeasure {
    /// Until the first cells are painted.
    START {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new StartMeasure(scene, fx, done);
        }
    },
    /// Frames while scrolling end to end.
    SCROLL {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new ScrollMeasure(scene, fx, done);
        }
    },
    /// From a key to its paint.
    TYPE {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new TypeMeasure(scene, fx, done);
        }
    },
    /// The longest stall while a cell runs.
    STALL {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new StallMeasure(new CellBurst(scene), fx, done);
        }
    },
    /// Frames while scrolling; then a cell runs.
    WALK {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new WalkMeasure(scene, fx, done);
        }
    },
    /// The longest stall while a program floods a terminal.
    FLOOD {
        @Override
        public void begin(Scene scene, Executor fx, Consumer<String> done) {
            new StallMeasure(new FloodBurst(scene, fx), fx, done);
        }
    };

    /// Begins to measure.
    ///
    /// @param scene the window's, in which a notebook is being opened
    /// @param fx runs tasks on the JavaFX thread
    /// @param done takes the figures, one line of JSON
    public abstract void begin(Scene scene, Executor fx, Consumer<String> done);
}
