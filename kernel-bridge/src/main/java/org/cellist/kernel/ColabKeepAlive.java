package org.cellist.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Colab that its runtimes are in use: while a kernel there is connected, and has worked
/// within the last hour. Colab takes back what nobody uses, and what is held without being
/// used costs a person compute units.
///
/// One virtual thread for each such kernel, `colab-keep-alive`, until its connection ends.
///
/// Thread-safe.
public final class ColabKeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger(ColabKeepAlive.class);

    /// How long after its last work a kernel holds its runtime.
    static final Duration WITHIN = Duration.ofHours(1);

    /// What Colab's own clients take; without it, runtimes were lost after ten minutes.
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final ColabRuntimes runtimes;
    private final Duration period;
    private final InstantSource clock;

    /// By Colab's own rule.
    public ColabKeepAlive(ColabRuntimes runtimes, InstantSource clock) {
        this(runtimes, PERIOD, clock);
    }

    /// @param period between two tellings
    public ColabKeepAlive(ColabRuntimes runtimes, Duration period, InstantSource clock) {
        this.runtimes = runtimes;
        this.period = period;
        this.clock = clock;
    }

    /// Follows a kernel until its connection ends; one that is not Colab's is left alone.
    ///
    /// @return completes when nothing more is told for it
    public CompletionStage<Void> follow(ServedKernel kernel) {
        var over = new CompletableFuture<Void>();
        var endpoint = runtimes.endpoint(kernel.runtime().server());
        if (endpoint.isEmpty()) {
            over.complete(null);
            return over;
        }
        var work = new Work(clock);
        kernel.client().addListener(work);
        Thread.ofVirtual()
                .name("colab-keep-alive")
                .start(
                        () -> {
                            try {
                                keep(kernel, endpoint.get(), work);
                            } catch (InterruptedException _) {
                                LOG.debug("a runtime is kept no longer");
                            } finally {
                                over.complete(null);
                            }
                        });
        return over;
    }

    private void keep(ServedKernel kernel, String endpoint, Work work) throws InterruptedException {
        while (!hasEnded(kernel)) {
            if (!work.isRecent(kernel.client().state(), clock.instant())) {
                continue;
            }
            switch (runtimes.keepAlive(endpoint)) {
                case ServerAnswer.Given(var isThere) when !isThere ->
                        kernel.gone("the Colab machine is not there any more");
                case ServerAnswer.Given<Boolean> _ -> LOG.debug("a runtime is kept");
                case ServerAnswer.Refused(var problem) ->
                        LOG.info("Colab was not told that a runtime is used: {}", problem);
            }
        }
    }

    /// Waits for a period; returns whether the connection has ended.
    private boolean hasEnded(ServedKernel kernel) throws InterruptedException {
        try {
            kernel.exit().toCompletableFuture().get(period.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit does not fail", e);
        }
    }

    /// When a kernel worked last. Thread-safe.
    static final class Work implements KernelListener {

        private final InstantSource clock;
        private volatile Instant last;

        /// Connecting counts as work.
        Work(InstantSource clock) {
            this.clock = clock;
            this.last = clock.instant();
        }

        /// Returns whether it works, or has done so a short while ago.
        ///
        /// @param state the kernel's; one that a broken connection cut off stays busy until it
        ///     answers again
        boolean isRecent(ExecutionState state, Instant now) {
            return state == ExecutionState.BUSY || now.isBefore(last.plus(WITHIN));
        }

        @Override
        public void stateChanged(ExecutionState state, Cause cause) {
            if (cause == Cause.WORK) { // questions come with every other word that is typed
                last = clock.instant();
            }
        }

        @Override
        public void unclaimed(Message<IopubContent> message) {
            // The state tells of work.
        }

        @Override
        public void aliveChanged(boolean isAlive) {
            // A WebSocket has no heartbeat.
        }

        @Override
        public void dropped(Channel channel, FrameProblem problem) {
            // Others say it.
        }

        @Override
        public void ended() {
            // The exit tells.
        }
    }
}
