package org.cellist.app.settings;

import java.time.Duration;

/// When kernels end that do nothing and that no window has. Immutable.
public enum UnusedKernels {
    /// After an hour.
    HOUR(Duration.ofHours(1)),
    /// After a working day.
    EIGHT_HOURS(Duration.ofHours(8)),
    /// After a day: whoever comes back tomorrow finds them.
    DAY(Duration.ofDays(1)),
    /// After a week.
    WEEK(Duration.ofDays(7)),
    /// Not in a person's life.
    NEVER(Duration.ofDays(36_500));

    private final Duration after;

    UnusedKernels(Duration after) {
        this.after = after;
    }

    /// Returns the time after which they end.
    public Duration after() {
        return after;
    }
}
