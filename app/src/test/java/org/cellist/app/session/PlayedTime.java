package org.cellist.app.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A clock and the timer that goes by it; time passes when the test says so.
///
/// Confined to the test's thread.
final class PlayedTime extends Clock {

    private Instant now = Instant.EPOCH;
    private final List<Alarm> alarms = new ArrayList<>();

    /// What is to be done at a time.
    private final class Alarm extends FutureTask<Object> implements ScheduledFuture<Object> {

        private final Instant at;

        Alarm(Runnable task, Instant at) {
            super(task, null);
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Comparator.<Delayed>comparingLong(it -> it.getDelay(TimeUnit.NANOSECONDS))
                    .compare(this, other);
        }
    }

    /// Its thread is never used.
    private final class Timer extends ScheduledThreadPoolExecutor {

        Timer() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            var alarm = new Alarm(task, now.plusNanos(unit.toNanos(delay)));
            alarms.add(alarm);
            return alarm;
        }
    }

    ScheduledThreadPoolExecutor timer() {
        return new Timer();
    }

    /// Lets time pass, and does what falls due.
    void pass(Duration time) {
        var end = now.plus(time);
        var due = alarms.stream().filter(it -> !it.at.isAfter(end)).sorted().toList();
        alarms.removeAll(due);
        for (var alarm : due) {
            now = alarm.at.isAfter(now) ? alarm.at : now;
            alarm.run();
        }
        now = end;
    }

    /// Returns how many tasks wait for their time.
    long waiting() {
        return alarms.stream().filter(alarm -> !alarm.isCancelled()).count();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
