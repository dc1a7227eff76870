package org.cellist.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run end in order when the process is told to end: Ctrl+C, SIGTERM, the end of a session.
///
/// A shutdown hook and no signal handler, since the latter is no part of Java. The machine gives
/// the process its exit code: 130 after SIGINT, 143 after SIGTERM. It waits for this hook, and the
/// hook waits until the run is closed.
///
/// Thread-safe.
final class Interruption implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private final CountDownLatch isDone = new CountDownLatch(1);
    private final Thread hook;

    /// @param stop called on a thread of its own when the process is told to end
    Interruption(Runnable stop) {
        hook = Thread.ofPlatform().name("interruption").unstarted(() -> end(stop));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable stop) {
        stop.run();
        try {
            isDone.await(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isDone.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The end is under way, and the hook about to return.
        }
    }
}
