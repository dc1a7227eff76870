package org.cellist.kernel.runtime.hosted;

import java.time.Duration;

/// How long a holder on another machine waits before it begins its recorder again. Immutable.
///
/// @param first after one that did not last
/// @param longest what the pauses grow to, while none lasts; who lasts longer is begun again at
///     once
public record HostTimes(Duration first, Duration longest) {

    /// Soon, and then once a minute.
    public static final HostTimes USUAL =
            new HostTimes(Duration.ofSeconds(5), Duration.ofMinutes(1));
}
