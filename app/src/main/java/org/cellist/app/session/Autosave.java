package org.cellist.app.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.app.storage.AutosavePolicy;
import org.cellist.app.storage.NotebookFile;
import org.jspecify.annotations.Nullable;

/// Knows when a notebook is written without being asked: after changes as [AutosavePolicy] says,
/// and again after a save that failed.
///
/// Confined to the notebook's owner.
final class Autosave {

    /// How long after a save that failed the next is tried; twice as long after each, because a
    /// disk that is full or away may be so for hours.
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Runnable save;
    private @Nullable Instant firstUnsaved;
    private @Nullable ScheduledFuture<?> due;
    private Duration retryIn = FIRST_RETRY;
    private boolean closed;

    /// @param save done on the owner when it is time
    Autosave(NotebookSession.Services services, Owner owner, Runnable save) {
        this.timer = services.timer();
        this.clock = services.clock();
        this.save = () -> owner.thread().execute(save);
    }

    /// Notes a change that the disk does not have, without scheduling its save.
    void changed() {
        if (firstUnsaved == null) {
            firstUnsaved = clock.instant();
        }
    }

    /// Notes a change and schedules its save.
    void schedule(NotebookFile file) {
        changed();
        var now = clock.instant();
        var stamp = file.stamp();
        var policy = AutosavePolicy.forSize(stamp == null ? 0 : stamp.sizeBytes());
        var at = policy.due(firstUnsaved, now);
        if (at != null) {
            schedule(file, Duration.between(now, at));
        }
    }

    /// Schedules another try. The next change waits for a pause again.
    void failed(NotebookFile file) {
        firstUnsaved = null;
        schedule(file, retryIn);
        var doubled = retryIn.multipliedBy(2);
        retryIn = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }

    /// The disk has all that was there when its save began.
    void saved() {
        firstUnsaved = null;
        retryIn = FIRST_RETRY;
    }

    /// The disk has all of it.
    void nothingToSave() {
        saved();
        cancel();
    }

    void close() {
        closed = true;
        cancel();
    }

    private void schedule(NotebookFile file, Duration delay) {
        boolean isWritable = file.access() instanceof NotebookFile.Access.Writable;
        if (file.path() == null || !isWritable || closed) {
            return;
        }
        cancel();
        due = timer.schedule(save, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (due != null) {
            due.cancel(false);
        }
    }
}
