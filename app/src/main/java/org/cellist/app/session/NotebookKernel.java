package org.cellist.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.notebook.model.NotebookEdit.DescribeLanguage;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.KernelPort.Live;
import org.cellist.app.session.KernelPort.Outcome;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kernel of one notebook: chosen, started at the first run, restarted, ended.
///
/// Confined to the notebook's owner. Starting and stopping happen on virtual threads, one after the
/// other; each kernel has a number, and what an older one reports is ignored.
public final class NotebookKernel {

    private static final Logger LOG = LoggerFactory.getLogger(NotebookKernel.class);

    private final KernelPort port;
    private final NotebookStore store;
    private final Owner owner;
    private final Consumer<KernelState> told;
    private final ExecutionQueue queue;
    private final KernelSlot slot;
    private final KernelAssist assist;
    private Path folder;
    private LaunchOptions launchOptions = LaunchOptions.DEFAULT;
    private KernelState state = new KernelState.NotChosen();
    private @Nullable KernelRuntime chosen;
    private @Nullable Live running;
    private @Nullable KernelActivity activity; // of the running kernel
    private long number; // of the newest kernel

    /// @param folder where the kernel runs; the notebook's
    NotebookKernel(
            KernelBridge bridge,
            NotebookStore store,
            Owner owner,
            Path folder,
            Clock clock,
            Consumer<KernelState> told) {
        this(new BridgedKernels(bridge), store, owner, folder, clock, told);
    }

    NotebookKernel(
            KernelPort port,
            NotebookStore store,
            Owner owner,
            Path folder,
            Clock clock,
            Consumer<KernelState> told) {
        this.port = port;
        this.store = store;
        this.owner = owner;
        this.folder = folder;
        this.told = told;
        this.queue = new ExecutionQueue(store, owner.thread(), owner.pulse(), clock, new Keeper());
        this.slot = new KernelSlot(owner.thread());
        this.assist = new KernelAssist(owner.thread(), new Asked(), KernelAssist.PATIENCE);
    }

    public ExecutionQueue queue() {
        return queue;
    }

    /// Answers questions about code.
    public KernelAssist assist() {
        return assist;
    }

    public KernelState state() {
        return state;
    }

    /// Returns the runtime that is used or would be; null when none is chosen.
    public @Nullable KernelRuntime runtime() {
        return chosen;
    }

    /// Returns the kernelspec of this machine that is used or would be; null when none is chosen,
    /// or a runtime elsewhere.
    public @Nullable Kernelspec kernelspec() {
        return chosen instanceof KernelRuntime.Local(var kernelspec) ? kernelspec : null;
    }

    /// Tells which kernelspec of this machine is used, or would be if the notebook ran here; null
    /// where it asks for none that is here. Starts nothing.
    ///
    /// @param then called on the owner
    public void wanted(Consumer<@Nullable Kernelspec> then) {
        var here = kernelspec();
        if (here != null) {
            then.accept(here);
        } else {
            find(found -> then.accept(KernelWish.of(store.notebook()).from(found).orElse(null)));
        }
    }

    /// Lets the next kernel run there.
    public void setFolder(Path folder) {
        this.folder = folder;
    }

    /// Starts the next kernel as one that nobody is at: without a debugger, and what it runs stays
    /// out of the history that a person's later shells offer.
    public void leaveUnattended() {
        launchOptions = launchOptions.unattended();
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
                            var catalog = port.catalog(where);
                            owner.thread().execute(() -> then.accept(catalog));
                        });
    }

    /// Uses that runtime from now on. The running kernel ends, with what runs and waits on it;
    /// cells that wait for a first kernel run on this one.
    public void choose(KernelRuntime runtime) {
        if (running != null) {
            queue.leaveKernel();
        }
        vacate(false);
        chosen = runtime;
        set(new KernelState.Ready(runtime));
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
        var wish = KernelWish.of(store.notebook());
        wish.from(catalog)
                .ifPresentOrElse(
                        kernelspec -> {
                            chosen = new KernelRuntime.Local(kernelspec);
                            start(chosen);
                        },
                        () -> set(wish.missing()));
    }

    private void start(KernelRuntime runtime) {
        var where = folder;
        var how = launchOptions;
        start(runtime, () -> port.start(runtime, where, how));
    }

    private void start(KernelRuntime runtime, KernelSlot.Start how) {
        long mine = ++number;
        set(new KernelState.Starting(runtime));
        slot.start(how, outcome -> started(mine, runtime, outcome));
    }

    private void started(long mine, KernelRuntime runtime, Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed(var failure) -> failed(runtime, failure);
            case Outcome.Started(var kernel) -> {
                var client = kernel.client();
                running = kernel;
                activity = new KernelActivity(owner.pulse(), () -> show(mine), queue::takeLate);
                client.addListener(activity);
                watch(mine, kernel);
                client.info()
                        .ifPresent(info -> store.apply(new DescribeLanguage(info.languageInfo())));
                set(new KernelState.Idle(runtime));
                sendAheadIfSafe(mine, client);
                queue.setClient(client);
            }
        }
    }

    /// Waits for the end of the connection, which is told after all that came over it, and then for
    /// that of the process.
    private void watch(long mine, Live kernel) {
        inBackground(
                "kernel-watch",
                () -> {
                    kernel.client().awaitClosed();
                    owner.thread().execute(() -> disconnected(mine));
                    var exit = kernel.exit().toCompletableFuture().join();
                    owner.thread().execute(() -> exited(mine, exit));
                });
    }

    /// No other kernel is asked: it would be about code that it does not know.
    private void sendAheadIfSafe(long mine, KernelClient client) {
        var isIpython = client.info().filter(it -> it.implementation().equals("ipython"));
        if (launchOptions.abortsLate() && isIpython.isPresent()) {
            client.askAbortTime(time -> owner.thread().execute(() -> sendAheadIfSafe(mine, time)));
        }
    }

    private void sendAheadIfSafe(long mine, Duration abortTime) {
        if (mine == number && abortTime.toSeconds() >= LaunchOptions.ABORT_SECONDS) {
            queue.sendAhead();
        }
    }

    private void failed(KernelRuntime runtime, StartFailure failure) {
        boolean waitsForConsent = failure instanceof StartFailure.ConsentNeeded;
        if (!waitsForConsent) {
            queue.clear();
        }
        set(new KernelState.Failed(runtime, failure));
    }

    private void show(long mine) {
        if (mine == number && running != null && activity != null) {
            var next = activity.state(running.runtime());
            if (!next.equals(state)) {
                set(next);
            }
        }
    }

    /// Nobody can talk to the kernel any more. If its process still lives, that is of no use.
    private void disconnected(long mine) {
        if (mine == number && running != null) {
            running.close();
        }
    }

    private void exited(long mine, KernelExit exit) {
        if (mine == number && running != null) {
            var kernel = running;
            running = null;
            stopListening(kernel);
            queue.setClient(null);
            set(new KernelState.Dead(kernel.runtime(), exit));
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

    /// Ends the kernel and starts a new one of the same kind when it has ended.
    public void restart() {
        var kernel = running;
        queue.leaveKernel();
        vacate(true);
        if (kernel != null) {
            var where = folder;
            start(kernel.runtime(), () -> kernel.startAgain(where));
        } else if (chosen != null) {
            start(chosen);
        } else {
            ensureRunning();
        }
    }

    /// Ends the kernel, if any, without waiting for it.
    public void end() {
        queue.leaveKernel();
        vacate(false);
        if (chosen != null) {
            set(new KernelState.Ready(chosen));
        }
    }

    private void vacate(boolean restarts) {
        number++;
        slot.giveUp();
        var kernel = running;
        running = null;
        if (kernel != null) {
            stopListening(kernel);
            slot.end(kernel, restarts);
        }
    }

    /// What a kernel says on its way out changes no display of the next one's.
    private void stopListening(Live kernel) {
        if (activity != null) {
            kernel.client().removeListener(activity);
            activity = null;
        }
    }

    /// Ends the kernel and waits for that; for a program that is about to end.
    public void endNow() throws InterruptedException {
        vacate(false);
        try {
            slot.vacant().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
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

    /// The kernel that questions about code go to. Confined to the owner.
    private final class Asked implements KernelAssist.Kernel {

        @Override
        public @Nullable KernelClient client() {
            return running == null ? null : running.client();
        }

        @Override
        public boolean isBusy() {
            return !queue.isIdle() || (activity != null && activity.isBusy());
        }

        @Override
        public void late() {
            if (activity != null) {
                activity.late();
            }
        }
    }
}
