package org.cellist.kernel.keeper;

import java.time.Duration;

/// How long the keeper waits for what. Immutable.
///
/// @param look how often it looks whether it has something to do
/// @param idleEnd how long it stays with nothing to do
record KeeperTimes(Duration look, Duration idleEnd) {

    static final KeeperTimes DEFAULT =
            new KeeperTimes(Duration.ofSeconds(2), Duration.ofSeconds(10));
}
