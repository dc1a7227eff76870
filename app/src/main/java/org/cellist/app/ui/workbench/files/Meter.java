package org.cellist.app.ui.workbench.files;

import java.time.Duration;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.files.Transfer.State;

/// Tells how far a copy is, no more often than a person can read it, and how quick it was of late.
///
/// Confined to the thread that copies.
final class Meter {

    private static final Duration BEAT = Duration.ofMillis(150);

    /// How much of the rate is the newest beat's.
    private static final double WEIGHT = 0.2;

    private final Consumer<State.Running> told;
    private long lastNanos;
    private long lastDone;
    private double perSecond;
    private boolean isBegun;

    Meter(Consumer<State.Running> told) {
        this.told = told;
    }

    /// So much is there. What was there before counts for no rate.
    void at(long done, long total) {
        at(done, total, System.nanoTime());
    }

    void at(long done, long total, long nanos) {
        if (!isBegun) {
            isBegun = true;
            begin(done, nanos);
            told.accept(new State.Running(done, total, 0));
            return;
        }
        long passed = nanos - lastNanos;
        if (passed < BEAT.toNanos()) {
            return;
        }
        double now = (done - lastDone) * (double) Duration.ofSeconds(1).toNanos() / passed;
        perSecond = perSecond <= 0 ? now : WEIGHT * now + (1 - WEIGHT) * perSecond;
        begin(done, nanos);
        told.accept(new State.Running(done, total, Math.round(perSecond)));
    }

    private void begin(long done, long nanos) {
        lastDone = done;
        lastNanos = nanos;
    }
}
