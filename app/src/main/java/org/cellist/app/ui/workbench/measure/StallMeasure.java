package org.cellist.app.ui.workbench.measure;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// How long the JavaFX thread keeps others waiting while the first code cell runs: a task is
/// queued for it again and again, and the longest time until one runs is the longest stall. Ends
/// when the cell has been done for a second, so that its outputs are there too.
///
/// Confined to the JavaFX Application Thread, but for [#queue].
final class StallMeasure {

    private static final int SETTLING_MS = 3000;
    private static final int BETWEEN_MS = 2;
    private static final int LOOK_EVERY = 50;
    private static final long DONE_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scene scene;
    private final Executor fx;
    private final Consumer<String> done;
    private final Samples waits = new Samples();
    private volatile long queued;
    private int answers;
    private long began;
    private long ended;

    StallMeasure(Scene scene, Executor fx, Consumer<String> done) {
        this.scene = scene;
        this.fx = fx;
        this.done = done;
        CompletableFuture.delayedExecutor(SETTLING_MS, TimeUnit.MILLISECONDS, fx)
                .execute(this::begin);
    }

    private void begin() {
        Node area = scene.getRoot().lookup(".code-row .code-area");
        if (area == null) {
            done.accept("{\"error\": \"no code cell\"}");
            return;
        }
        area.requestFocus();
        began = System.nanoTime();
        Event.fireEvent(area, ctrlEnter());
        again();
    }

    private static KeyEvent ctrlEnter() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false);
    }

    private void again() {
        CompletableFuture.delayedExecutor(BETWEEN_MS, TimeUnit.MILLISECONDS, this::queue)
                .execute(this::answered);
    }

    /// Runs on the timer's thread.
    private void queue(Runnable task) {
        queued = System.nanoTime();
        fx.execute(task);
    }

    private void answered() {
        long now = System.nanoTime();
        waits.addNanos(now - queued);
        if (++answers % LOOK_EVERY == 0 && ended == 0 && isDone()) {
            ended = now;
        }
        if (ended != 0 && now - ended > DONE_NANOS) {
            done.accept(json());
        } else {
            again();
        }
    }

    private boolean isDone() {
        return scene.getRoot().lookup(".code-row .run-state") instanceof Labeled state
                && (state.getText().startsWith("✓") || state.getText().startsWith("✕"));
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"stall_ms_max\": %.1f, %s, \"run_s\": %.2f}",
                waits.largest(),
                waits.json("wait_ms"),
                (ended - began) / NANOS_PER_SECOND);
    }
}
