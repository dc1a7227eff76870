package org.cellist.kernel.channel;

import java.time.Duration;

/// How often the heartbeat socket is pinged, and when the kernel counts as lost.
///
/// Heartbeats are bare byte strings that the kernel echoes; see the Jupyter messaging
/// specification
/// 5.x, section "Heartbeat for kernels". The default period is that of jupyter_client 8
/// (`HBChannel.time_to_dead`). The tolerance is ours, not the specification's: a kernel that
/// holds the interpreter's lock in native code may answer late.
///
/// Immutable.
///
/// @param period time between two pings; at least 100 ms
/// @param missedLimit consecutive unanswered pings before the kernel is reported lost; 1 or more
public record HeartbeatPolicy(Duration period, int missedLimit) {

    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);

    /// One ping a second; lost after ten seconds of silence.
    public static final HeartbeatPolicy DEFAULT = new HeartbeatPolicy(Duration.ofSeconds(1), 10);

    /// Once an hour: for who looks at the process instead.
    public static final HeartbeatPolicy RARE = new HeartbeatPolicy(Duration.ofHours(1), 1);

    /// @throws IllegalArgumentException if `period` or `missedLimit` is below its minimum
    public HeartbeatPolicy {
        if (period.compareTo(SHORTEST_PERIOD) < 0) {
            throw new IllegalArgumentException("period below 100 ms: " + period);
        }
        if (missedLimit < 1) {
            throw new IllegalArgumentException("missedLimit below 1: " + missedLimit);
        }
    }

    /// Returns the longest silence that is still taken for a live kernel.
    public Duration tolerance() {
        return period.multipliedBy(missedLimit);
    }
}
