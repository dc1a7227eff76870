package org.cellist.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Colab that its runtimes are in use: while a kernel there is connected, and one has worked
/// within the last hour. Colab takes back what nobody uses, and what is held without being
/// used costs a person compute units. After that hour a person is asked, and who says so holds a
/// runtime for half an hour more; nobody says it in their place.
///
/// One virtual thread for each such kernel, `colab-keep-alive`, until its connection ends.
///
/// Thread-safe.
public final class ColabKeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger(ColabKeepAlive.class);

    /// How long after its last work a kernel holds its runtime.
    static final Duration WITHIN = Duration.ofHours(1);

    /// How long a person's word holds it then.
    static final Duration MORE = Duration.ofMinutes(30);

    /// What Colab's own clients take; without it, runtimes were lost after ten minutes.
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final ColabRuntimes runtimes;
    private final Duration period;
    private final InstantSource clock;
    private final Map<String, Machine> machines = new ConcurrentHashMap<>(); // by endpoint
    private volatile Asker asker = Asker.NOBODY;

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

    /// Asks a person whether a runtime is still wanted. Thread-safe; does not block.
    public interface Asker {

        /// Nobody is there to answer.
        Asker NOBODY =
                new Asker() {
                    @Override
                    public void ask(ServerAddress server, Runnable keep) {
                        LOG.debug("nobody is asked whether a runtime is still wanted");
                    }

                    @Override
                    public void settled(ServerAddress server) {
                        LOG.debug("nobody was asked");
                    }
                };

        /// Asks, once for all kernels of a runtime.
        ///
        /// @param keep to be run by a person's word; it blocks
        void ask(ServerAddress server, Runnable keep);

        /// The question needs no answer any more.
        void settled(ServerAddress server);
    }

    /// Has these questions asked from now on.
    public void setAsker(Asker newAsker) {
        asker = newAsker;
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
        var server = kernel.runtime().server();
        var machine = machines.computeIfAbsent(endpoint.get(), it -> new Machine(it, server));
        var work = new Work(clock, machine::settle);
        machine.add(kernel, work);
        kernel.client().addListener(work);
        Thread.ofVirtual()
                .name("colab-keep-alive")
                .start(
                        () -> {
                            try {
                                keep(kernel, machine);
                            } catch (InterruptedException _) {
                                LOG.debug("a runtime is kept no longer");
                            } finally {
                                machine.remove(kernel);
                                over.complete(null);
                            }
                        });
        return over;
    }

    private void keep(ServedKernel kernel, Machine machine) throws InterruptedException {
        while (!hasEnded(kernel)) {
            if (machine.isUsed()) {
                tell(machine);
            } else {
                machine.ask();
            }
        }
    }

    private void tell(Machine machine) throws InterruptedException {
        switch (runtimes.keepAlive(machine.endpoint)) {
            case ServerAnswer.Given(var isThere) when !isThere -> machine.gone();
            case ServerAnswer.Given<Boolean> _ -> LOG.debug("a runtime is kept");
            case ServerAnswer.Refused(var problem) ->
                    LOG.info("Colab was not told that a runtime is used: {}", problem);
        }
    }

    /// A runtime, with all its kernels that are connected.
    private final class Machine {

        private final String endpoint;
        private final ServerAddress server;
        private final Map<ServedKernel, Work> kernels = new ConcurrentHashMap<>();
        private boolean isAsked; // guarded by this
        private Instant wanted = Instant.MIN; // guarded by this; until when, by a person's word

        Machine(String endpoint, ServerAddress server) {
            this.endpoint = endpoint;
            this.server = server;
        }

        void add(ServedKernel kernel, Work work) {
            kernels.put(kernel, work);
            settle(); // connecting is work
        }

        void remove(ServedKernel kernel) {
            kernels.remove(kernel);
            if (kernels.isEmpty()) {
                settle();
            }
        }

        void gone() {
            kernels.keySet().forEach(it -> it.gone("the Colab machine is not there any more"));
        }

        boolean isUsed() {
            var now = clock.instant();
            return isWanted(now)
                    || kernels.entrySet().stream()
                            .anyMatch(it -> it.getValue().isRecent(state(it.getKey()), now));
        }

        private static ExecutionState state(ServedKernel kernel) {
            return kernel.client().state();
        }

        private synchronized boolean isWanted(Instant now) {
            return now.isBefore(wanted);
        }

        void ask() {
            synchronized (this) {
                if (isAsked) {
                    return;
                }
                isAsked = true;
            }
            asker.ask(server, this::want);
        }

        private void want() {
            synchronized (this) {
                isAsked = false;
                wanted = clock.instant().plus(MORE);
            }
            try {
                tell(this);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        void settle() {
            synchronized (this) {
                if (!isAsked) {
                    return;
                }
                isAsked = false;
            }
            asker.settled(server);
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
        private final Runnable begun;
        private volatile Instant last;

        /// Connecting counts as work.
        ///
        /// @param begun told when it works
        Work(InstantSource clock, Runnable begun) {
            this.clock = clock;
            this.begun = begun;
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
                begun.run();
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
