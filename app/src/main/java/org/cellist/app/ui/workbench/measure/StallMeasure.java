package org.cellist.app.ui.workbench.measure;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// How long the JavaFX thread keeps others waiting while the window has much to do: a task is
/// queued for it again and again, and the longest time until one runs is the longest stall. Ends a
/// second after that is over, so that what came of it is there too.
///
/// Confined to the JavaFX Application Thread, but for [#queue].
final class StallMeasure {

    private static final int SETTLING_MS = 3000;
    private static final int BETWEEN_MS = 2;
    private static final int LOOK_EVERY = 50;
    private static final long AFTERWARDS_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Burst burst;
    private final Executor fx;
    private final Consumer<String> done;
    private final Samples waits = new Samples();
    private volatile long queued;
    private int answers;
    private long began;
    private long ended;

    StallMeasure(Burst burst, Executor fx, Consumer<String> done) {
        this.burst = burst;
        this.fx = fx;
        this.done = done;
        CompletableFuture.delayedExecutor(SETTLING_MS, TimeUnit.MILLISECONDS, fx)
                .execute(() -> burst.prepare(this::begin, this::fail));
    }

    private void fail(String what) {
        done.accept("{\"error\": \"" + what + "\"}");
    }

    private void begin() {
        began = System.nanoTime();
        burst.begin();
        again();
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
        if (++answers % LOOK_EVERY == 0 && ended == 0 && burst.isOver()) {
            ended = now;
        }
        if (ended != 0 && now - ended > AFTERWARDS_NANOS) {
            done.accept(json());
        } else {
            again();
        }
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
