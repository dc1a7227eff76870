package org.cellist.kernel.channel.websocket;

import java.time.Duration;

/// How long to wait before a connection is tried again: a quarter of a second at first, twice
/// as long each time, half a minute at most; and up to a fifth less, so that the clients of a
/// server that comes back do not all come at once.
///
/// Immutable.
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /// Returns the time until the next try.
    ///
    /// @param failures how many tries failed, 0 or more
    /// @param random from 0 to 1
    public static Duration after(int failures, double random) {
        var whole = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        var capped = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
        return Duration.ofNanos((long) (capped.toNanos() * (1 - SPREAD * random)));
    }
}
