package org.cellist.app.session;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.notebook.model.NotebookEdit.DescribeLanguage;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.KernelPort.Live;
import org.cellist.app.session.KernelPort.Outcome;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.StartFailure;
import org.jspecify.annotations.Nullable;

/// The kernel of one notebook: chosen, started at the first run, restarted, ended.
///
/// Confined to the notebook's owner. Starting and stopping happen on virtual threads, one after the
/// other; each kernel has a number, and what an older one reports is ignored.
public final class NotebookKernel {

    private final KernelPort port;
    private final NotebookStore store;
    private final Owner owner;
    private final Consumer<KernelState> told;
    private final ExecutionQueue queue;
    private final KernelSlot slot;
    private final KernelAssist assist;
    private final KernelLaunch launch;
    private KernelState state = new KernelState.NotChosen();
    private @Nullable KernelRuntime chosen;
    private @Nullable Live running;
    private @Nullable KernelActivity activity; // of the running kernel
    private long number; // of the newest kernel
    private boolean isResuming; // nobody knows yet whether there is one

    /// @param place where the kernel runs; the notebook's
    NotebookKernel(
            KernelPort port,
            NotebookStore store,
            Owner owner,
            KernelPlace place,
            Clock clock,
            Consumer<KernelState> told) {
        this.port = port;
        this.store = store;
        this.owner = owner;
        this.launch = new KernelLaunch(place);
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
    /// where it asks for none that is here. Starts nothing, and tells it on the owner.
    public void wanted(Consumer<@Nullable Kernelspec> then) {
        var here = kernelspec();
        if (here != null) {
            then.accept(here);
        } else {
            find(found -> then.accept(KernelWish.of(store.notebook()).from(found).orElse(null)));
        }
    }

    /// Lets the next kernel run there. The running one belongs to the notebook's new file.
    void setPlace(KernelPlace newPlace) {
        if (running != null && !newPlace.equals(launch.place())) {
            running.rename(newPlace.name());
        }
        launch.setPlace(newPlace);
    }

    /// Goes on with the kernel that an earlier window left running for this notebook, if there is
    /// one: what it said since comes into the notebook, and what it runs is shown as running.
    ///
    /// @param home tells what a notebook of elsewhere runs on if nothing is chosen; asked on a
    ///     virtual thread
    public void resume(Optional<? extends Supplier<@Nullable KernelRuntime>> home) {
        var notebook = launch.place().notebook();
        if (notebook == null || running != null || !(port.keeps() || home.isPresent())) {
            return;
        }
        long mine = ++number;
        var how = launch.options();
        var adopter = queue.resumption().adopter();
        isResuming = true;
        var where = chosen;
        slot.start(
                () ->
                        port.resume(
                                notebook,
                                where == null ? home.map(Supplier::get).orElse(null) : where,
                                how,
                                adopter),
                outcome -> resumed(mine, outcome));
    }

    private void resumed(long mine, Outcome outcome) {
        isResuming = false;
        if (outcome instanceof Outcome.Started(var kernel)) {
            chosen = kernel.runtime();
            use(mine, kernel);
        } else if (chosen == null && outcome instanceof Outcome.Nothing(var home) && home != null) {
            choose(home);
        } else if (!queue.isIdle()) {
            ensureRunning(); // cells that were added meanwhile
        }
    }

    /// Returns how the next kernel is started.
    public KernelLaunch launch() {
        return launch;
    }

    /// Looks for what this machine can run, and tells it on the owner.
    public void find(Consumer<KernelCatalog> then) {
        var where = launch.place().folder();
        Background.ask("kernels-find", () -> port.catalog(where), owner.thread(), then);
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
        if (running != null || isResuming || state instanceof KernelState.Starting) {
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
                .map(KernelRuntime.Local::new)
                .ifPresentOrElse(this::start, () -> set(wish.missing()));
    }

    private void start(KernelRuntime runtime) {
        chosen = runtime;
        var where = launch.place().folder();
        var how = launch.options();
        var adopter = queue.resumption().adopter();
        start(runtime, () -> port.start(runtime, where, how, adopter));
    }

    private void start(KernelRuntime runtime, KernelSlot.Start how) {
        long mine = ++number;
        set(new KernelState.Starting(runtime));
        slot.start(how, outcome -> started(mine, runtime, outcome));
    }

    private void started(long mine, KernelRuntime runtime, Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed(var failure) -> failed(runtime, failure);
            case Outcome.Started(var kernel) -> use(mine, kernel);
            case Outcome.Nothing _ -> set(new KernelState.Ready(runtime));
        }
    }

    private void use(long mine, Live kernel) {
        var client = kernel.client();
        running = kernel;
        activity = new KernelActivity(owner.pulse(), () -> show(mine), queue::takeLate);
        client.addListener(activity);
        KernelWatch.watch(
                kernel, owner.thread(), () -> disconnected(mine), exit -> exited(mine, exit));
        client.info().ifPresent(info -> store.apply(new DescribeLanguage(info.languageInfo())));
        activity.begin(kernel.isBusy() || queue.running() != null);
        set(activity.state(kernel.runtime()));
        KernelWatch.ifAbortsLate(launch.options(), client, owner.thread(), () -> sendAhead(mine));
        queue.setClient(client);
    }

    private void sendAhead(long mine) {
        if (mine == number) {
            queue.sendAhead();
        }
    }

    private void failed(KernelRuntime runtime, StartFailure failure) {
        if (!(failure instanceof StartFailure.ConsentNeeded)) { // else it waits for an answer
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

    /// Tries at once to reach the kernel, if the way to it is broken.
    public void connectNow() {
        if (running != null) {
            running.hurry();
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
            Background.start("kernel-interrupt", kernel::interrupt);
        }
    }

    /// Ends the kernel and starts a new one of the same kind when it has ended.
    public void restart() {
        var kernel = running;
        queue.leaveKernel();
        vacate(true);
        if (kernel != null) {
            var where = launch.place().folder();
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

    /// Lets the kernel run on without this program, for [#resume] of a later one.
    void leave() {
        var kernel = take();
        queue.leaveKernel();
        if (kernel != null) {
            kernel.leave();
        }
    }

    /// A file has what the runs said that had ended before; later programs need not know them.
    void settle(Set<MessageId> runs) {
        queue.resumption().settled(runs);
        port.settle(runs);
    }

    private void vacate(boolean restarts) {
        var kernel = take();
        if (kernel != null) {
            slot.end(kernel, restarts);
        }
    }

    /// Takes the running kernel off this notebook; null if there is none.
    private @Nullable Live take() {
        number++;
        isResuming = false;
        slot.giveUp();
        var kernel = running;
        running = null;
        if (kernel != null) {
            stopListening(kernel);
        }
        return kernel;
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
        slot.awaitVacant();
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
