package org.cellist.app.ui.workbench.measure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// Does what a person does first: scrolls to the end, then runs a code cell there. The start cache
/// is recorded from that.
///
/// Where no kernel can be had the run is given up after a while.
///
/// Confined to the JavaFX Application Thread.
final class WalkMeasure {

    private static final int BETWEEN_LOOKS_MS = 100;
    private static final int LOOKS = 300;

    private final Burst run;
    private final Executor fx;
    private final Consumer<String> done;

    WalkMeasure(Scene scene, Executor fx, Consumer<String> done) {
        this.run = new CellBurst(scene);
        this.fx = fx;
        this.done = done;
        new ScrollMeasure(scene, fx, this::run);
    }

    private void run(String figures) {
        run.prepare(
                () -> {
                    run.begin();
                    look(figures, LOOKS);
                },
                _ -> done.accept(figures));
    }

    private void look(String figures, int left) {
        if (left == 0 || run.isOver()) {
            done.accept(figures);
            return;
        }
        CompletableFuture.delayedExecutor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS, fx)
                .execute(() -> look(figures, left - 1));
    }
}
