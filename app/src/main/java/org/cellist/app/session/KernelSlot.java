package org.cellist.app.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cellist.app.session.KernelPort.Live;
import org.cellist.app.session.KernelPort.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Room for one kernel at a time: the next one starts when the one before has ended, and its files,
/// its locks and its memory on the graphics card are free.
///
/// Confined to the notebook's owner. Steps run on virtual threads, one after the other.
final class KernelSlot {

    private static final Logger LOG = LoggerFactory.getLogger(KernelSlot.class);

    /// A process that was ended by force is gone sooner, unless the system itself holds it.
    private static final int EXIT_PATIENCE_SECONDS = 5;

    private final Executor owner;
    private CompletableFuture<Void> vacant = CompletableFuture.completedFuture(null);
    private @Nullable Attempt attempt;

    KernelSlot(Executor owner) {
        this.owner = owner;
    }

    interface Start {
        Outcome begin() throws InterruptedException;
    }

    /// Starts a kernel once there is room.
    ///
    /// @param then told on the owner, unless the start was given up meanwhile
    void start(Start start, Consumer<Outcome> then) {
        var next = new Attempt(start, then);
        attempt = next;
        queue("kernel-start", next);
    }

    /// Gives up the start under way, if any. What it has started already is ended at once, and
    /// what it has only found runs on.
    void giveUp() {
        var given = attempt;
        attempt = null;
        var late = given == null ? null : given.giveUp();
        if (late != null) {
            queue("kernel-close", () -> close(late));
        }
    }

    /// Ends a kernel in peace.
    ///
    /// @param restarts whether it is told that it will be started again
    void end(Live kernel, boolean restarts) {
        queue(
                "kernel-shutdown",
                () -> {
                    kernel.shutdown(restarts);
                    awaitExit(kernel);
                });
    }

    /// Waits until everything has happened that was asked for so far.
    void awaitVacant() throws InterruptedException {
        try {
            vacant.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void queue(String name, Background.Step step) {
        var before = vacant;
        var done = new CompletableFuture<Void>();
        vacant = done;
        Background.start(
                name,
                () -> {
                    before.join();
                    try {
                        step.run();
                    } finally {
                        done.complete(null);
                    }
                });
    }

    private static void close(Live kernel) throws InterruptedException {
        if (kernel.wasFound()) {
            kernel.leave();
            return;
        }
        kernel.close();
        awaitExit(kernel);
    }

    private static void awaitExit(Live kernel) throws InterruptedException {
        try {
            kernel.exit().toCompletableFuture().get(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("a kernel's process does not end: {}", e.toString());
        }
    }

    /// One start, from the wish to the owner's knowledge. Thread-safe.
    private final class Attempt implements Background.Step {

        private final Start start;
        private final Consumer<Outcome> then;
        private @Nullable Thread working; // guarded by this
        private @Nullable Outcome outcome; // guarded by this
        private boolean isGivenUp; // guarded by this

        Attempt(Start start, Consumer<Outcome> then) {
            this.start = start;
            this.then = then;
        }

        @Override
        public void run() throws InterruptedException {
            if (!begins()) {
                return;
            }
            var result = start.begin();
            if (ends(result)) {
                owner.execute(() -> report(result));
            } else if (result instanceof Outcome.Started(var late)) {
                close(late);
            }
        }

        private synchronized boolean begins() {
            working = Thread.currentThread();
            return !isGivenUp;
        }

        /// Returns whether the result is wanted. From here on nobody interrupts.
        private synchronized boolean ends(Outcome result) {
            working = null;
            outcome = isGivenUp ? null : result;
            boolean _ = Thread.interrupted();
            return !isGivenUp;
        }

        /// Returns the kernel that was started already; null if there is none.
        synchronized @Nullable Live giveUp() {
            isGivenUp = true;
            if (working != null) {
                working.interrupt();
            }
            return outcome instanceof Outcome.Started(var late) ? late : null;
        }

        private void report(Outcome result) {
            if (equals(attempt)) {
                attempt = null;
                then.accept(result);
            }
        }
    }
}
