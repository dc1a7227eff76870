package org.cellist.kernel.keeper;

import java.time.Duration;

/// How long the keeper waits for what. Immutable.
///
/// @param look how often it looks whether it has something to do
/// @param idleEnd how long it stays with nothing to do
/// @param abandoned how long a kernel may do nothing without a window before it is ended, until a
///     client says otherwise
record KeeperTimes(Duration look, Duration idleEnd, Duration abandoned) {

    /// Usual times but for that of abandoned kernels.
    static KeeperTimes of(Duration abandoned) {
        return new KeeperTimes(Duration.ofSeconds(2), Duration.ofSeconds(10), abandoned);
    }
}
