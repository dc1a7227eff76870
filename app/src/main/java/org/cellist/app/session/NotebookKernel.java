package org.cellist.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.notebook.model.NotebookEdit.DescribeLanguage;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kernel of one notebook: chosen, started at the first run, restarted, ended.
///
/// Confined to the notebook's owner. Starting and stopping happen on virtual threads; each
/// start has a number, and what an older one reports is ignored.
public final class NotebookKernel {

    private static final Logger LOG = LoggerFactory.getLogger(NotebookKernel.class);

    private final KernelBridge bridge;
    private final NotebookStore store;
    private final Owner owner;
    private final Consumer<KernelState> told;
    private final ExecutionQueue queue;
    private Path folder;
    private LaunchOptions launchOptions = LaunchOptions.DEFAULT;
    private KernelState state = new KernelState.NotChosen();
    private @Nullable Kernelspec chosen;
    private @Nullable ConnectedKernel running;
    private @Nullable StateListener listener; // of the running kernel
    private long start;

    /// @param folder where the kernel runs; the notebook's
    NotebookKernel(
            KernelBridge bridge,
            NotebookStore store,
            Owner owner,
            Path folder,
            Clock clock,
            Consumer<KernelState> told) {
        this.bridge = bridge;
        this.store = store;
        this.owner = owner;
        this.folder = folder;
        this.told = told;
        this.queue = new ExecutionQueue(store, owner.thread(), owner.pulse(), clock, new Keeper());
    }

    public ExecutionQueue queue() {
        return queue;
    }

    public KernelState state() {
        return state;
    }

    /// Returns the kernelspec that is used or would be; null when none is chosen.
    public @Nullable Kernelspec kernelspec() {
        return chosen;
    }

    /// Lets the next kernel run there.
    public void setFolder(Path folder) {
        this.folder = folder;
    }

    /// Keeps what the next kernel runs out of the history that a person's later shells offer.
    public void forgetHistory() {
        launchOptions = launchOptions.withoutHistory();
    }

    /// Gives the next kernel up after an error that stops the queue: it would run nothing more.
    /// In return, the kernel need not wait for the queue between two cells.
    public void giveUpAfterErrors() {
        launchOptions = launchOptions.abortingLate();
    }

    /// Looks for what this machine can run.
    ///
    /// @param then called on the owner
    public void find(Consumer<KernelCatalog> then) {
        var where = folder;
        Thread.ofVirtual()
                .name("kernels-find")
                .start(
                        () -> {
                            var catalog = bridge.kernels(where);
                            owner.thread().execute(() -> then.accept(catalog));
                        });
    }

    /// Uses that kernelspec from now on. The running kernel ends.
    public void choose(Kernelspec kernelspec) {
        end();
        chosen = kernelspec;
        set(new KernelState.Ready(kernelspec));
        if (!queue.isIdle()) {
            ensureRunning();
        }
    }

    /// Starts the chosen kernel, or the one that the notebook names, if none runs.
    public void ensureRunning() {
        if (running != null || state instanceof KernelState.Starting) {
            return;
        }
        if (chosen != null) {
            start(chosen);
            return;
        }
        find(
                catalog -> {
                    if (chosen == null) {
                        chooseFrom(catalog);
                    }
                });
    }

    private void chooseFrom(KernelCatalog catalog) {
        var metadata = store.notebook().metadata();
        var name = metadata.object("kernelspec").string("name");
        var language = language().orElse(name == null ? "python" : null);
        var matches = catalog.closest(name, language);
        var wanted = name == null ? Closeness.SAME_LANGUAGE : Closeness.SAME_NAME;
        var match =
                matches.stream()
                        .filter(each -> each.closeness().compareTo(wanted) <= 0)
                        .findFirst()
                        .or(() -> name == null ? matches.stream().findFirst() : Optional.empty());
        if (match.isPresent()) {
            chosen = match.get().kernelspec();
            start(chosen);
        } else {
            queue.clear();
            set(new KernelState.Missing(name == null ? "" : name, language));
        }
    }

    private Optional<String> language() {
        var metadata = store.notebook().metadata();
        return Optional.ofNullable(metadata.object("kernelspec").string("language"))
                .or(() -> Optional.ofNullable(metadata.object("language_info").string("name")));
    }

    private void start(Kernelspec kernelspec) {
        long number = ++start;
        var where = folder;
        var how = launchOptions;
        set(new KernelState.Starting(kernelspec));
        Thread.ofVirtual()
                .name("kernel-start")
                .start(
                        () -> {
                            try {
                                var outcome = bridge.start(kernelspec, where, how);
                                owner.thread().execute(() -> started(number, kernelspec, outcome));
                            } catch (InterruptedException _) {
                                LOG.debug("the start was given up");
                            }
                        });
    }

    private void started(long number, Kernelspec kernelspec, ConnectOutcome outcome) {
        if (number != start) {
            if (outcome instanceof ConnectOutcome.Connected(var late)) {
                late.close();
            }
            return;
        }
        switch (outcome) {
            case ConnectOutcome.Failed(var failure) -> failed(kernelspec, failure);
            case ConnectOutcome.Connected(var kernel) -> {
                running = kernel;
                listener = new StateListener(number);
                kernel.client().addListener(listener);
                kernel.exit()
                        .thenAccept(exit -> owner.thread().execute(() -> exited(number, exit)));
                kernel.client()
                        .info()
                        .ifPresent(info -> store.apply(new DescribeLanguage(info.languageInfo())));
                set(new KernelState.Idle(kernelspec));
                sendAheadIfSafe(number, kernel.client());
                queue.setClient(kernel.client());
            }
        }
    }

    /// No other kernel is asked: it would be about code that it does not know.
    private void sendAheadIfSafe(long number, KernelClient client) {
        var isIpython = client.info().filter(it -> it.implementation().equals("ipython"));
        if (launchOptions.abortsLate() && isIpython.isPresent()) {
            client.askAbortTime(
                    time -> owner.thread().execute(() -> sendAheadIfSafe(number, time)));
        }
    }

    private void sendAheadIfSafe(long number, Duration abortTime) {
        if (number == start && abortTime.toSeconds() >= LaunchOptions.ABORT_SECONDS) {
            queue.sendAhead();
        }
    }

    private void failed(Kernelspec kernelspec, StartFailure failure) {
        queue.clear();
        set(new KernelState.Failed(kernelspec, failure));
    }

    private void exited(long number, KernelExit exit) {
        if (number == start && running != null) {
            var kernel = running;
            running = null;
            stopListening(kernel);
            queue.setClient(null);
            kernel.close();
            set(new KernelState.Dead(kernel.kernelspec(), exit));
        }
    }

    /// Interrupts what runs, and takes the waiting cells off the queue.
    public void interrupt() {
        queue.clear();
        interruptCell();
    }

    /// Interrupts what runs. What waits stays, if the queue goes on after errors.
    public void interruptCell() {
        var kernel = running;
        if (kernel != null) {
            inBackground("kernel-interrupt", kernel::interrupt);
        }
    }

    /// Ends the kernel and starts a new one of the same kind.
    public void restart() {
        end();
        ensureRunning();
    }

    /// Ends the kernel, if any, without waiting for it.
    public void end() {
        start++;
        var kernel = running;
        running = null;
        queue.leaveKernel();
        if (kernel != null) {
            stopListening(kernel);
            inBackground("kernel-shutdown", kernel::shutdown);
        }
        if (chosen != null) {
            set(new KernelState.Ready(chosen));
        }
    }

    /// What a kernel says on its way out changes no display of the next one's.
    private void stopListening(ConnectedKernel kernel) {
        if (listener != null) {
            kernel.client().removeListener(listener);
            listener = null;
        }
    }

    /// Ends the kernel and waits for that; for a program that is about to end.
    public void endNow() throws InterruptedException {
        start++;
        if (running != null) {
            running.shutdown();
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private static void inBackground(String name, Step step) {
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                step.run();
                            } catch (InterruptedException _) {
                                LOG.debug("{} was given up", name);
                            }
                        });
    }

    private void set(KernelState newState) {
        state = newState;
        told.accept(newState);
    }

    /// Serves the queue. Confined to the owner.
    private final class Keeper implements ExecutionQueue.Kernel {

        @Override
        public void needed() {
            ensureRunning();
        }

        @Override
        public void interruptCell() {
            NotebookKernel.this.interruptCell();
        }
    }

    /// Hears of one kernel's state on its client's thread.
    private final class StateListener implements KernelListener {

        private final long number;

        StateListener(long number) {
            this.number = number;
        }

        @Override
        public void stateChanged(ExecutionState executionState) {
            owner.pulse().execute(() -> show(executionState));
        }

        private void show(ExecutionState executionState) {
            var kernel = running;
            if (number != start || kernel == null) {
                return;
            }
            var spec = kernel.kernelspec();
            boolean isBusy = executionState == ExecutionState.BUSY;
            KernelState next = isBusy ? new KernelState.Busy(spec) : new KernelState.Idle(spec);
            if (!next.equals(state)) {
                set(next);
            }
        }

        @Override
        public void unclaimed(Message<IopubContent> message) {
            queue.takeLate(message);
        }

        @Override
        public void aliveChanged(boolean isAlive) {
            LOG.info("the kernel {}", isAlive ? "answers again" : "does not answer");
        }

        @Override
        public void dropped(Channel channel, FrameProblem problem) {
            LOG.warn("dropped a message on {}: {}", channel, problem);
        }

        @Override
        public void ended() {
            LOG.debug("the connection to the kernel has ended");
        }
    }
}
