package org.cellist.app.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.client.KernelClient;
import org.jspecify.annotations.Nullable;

/// The kernel that queues share, and whose turn it is: one cell runs at a time, and what was asked
/// for first goes first, whichever queue it is in.
///
/// Confined to the notebook's owner, but for [#runs].
final class SharedKernel {

    private final Executor owner;
    private final Executor pulse;
    private final Clock clock;
    private final ExecutionQueue.Kernel keeper;
    private final KernelRuns runs;
    private final List<ExecutionQueue> queues = new ArrayList<>();
    private final List<NotebookStore> stores = new ArrayList<>(); // where displays may be shown
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable KernelClient client;

    /// What waits, and the queue that it is in. Immutable.
    private record Waiting(ExecutionQueue queue, Work work) {}

    /// @param owner runs a task on the notebook's owner
    /// @param pulse does the same at the owner's next pulse
    SharedKernel(Executor owner, Executor pulse, Clock clock, ExecutionQueue.Kernel keeper) {
        this.owner = owner;
        this.pulse = pulse;
        this.clock = clock;
        this.keeper = keeper;
        this.runs = new KernelRuns(pulse, edit -> stores.forEach(store -> store.apply(edit)));
    }

    Executor owner() {
        return owner;
    }

    Executor pulse() {
        return pulse;
    }

    Instant now() {
        return clock.instant();
    }

    ExecutionQueue.Kernel keeper() {
        return keeper;
    }

    /// Returns the runs of all queues. May be called on any thread.
    KernelRuns runs() {
        return runs;
    }

    void join(ExecutionQueue queue, NotebookStore store) {
        queues.add(queue);
        stores.add(store);
    }

    List<ExecutionQueue> queues() {
        return queues;
    }

    /// Returns whether that is the queue that the kernel was started for.
    boolean isFirst(ExecutionQueue queue) {
        return queue.equals(queues.getFirst());
    }

    /// Returns whether there is more than one queue.
    boolean isShared() {
        return queues.size() > 1;
    }

    /// The kernel of the moment; null for none.
    @Nullable KernelClient client() {
        return client;
    }

    void setClient(@Nullable KernelClient newClient) {
        if (newClient == null) { // else runs that were resumed go on
            runs.forget();
        }
        client = newClient;
    }

    // ---- what waits

    void add(ExecutionQueue queue, Work work) {
        waiting.add(new Waiting(queue, work));
    }

    boolean waits(ExecutionQueue queue, Work work) {
        return waiting.contains(new Waiting(queue, work));
    }

    boolean waits(ExecutionQueue queue, CellId cell) {
        return waiting.stream()
                .anyMatch(each -> each.queue.equals(queue) && each.work.cell().equals(cell));
    }

    /// Takes away all that waits in a queue, and returns it.
    List<Work> drop(ExecutionQueue queue) {
        var dropped = new ArrayList<Work>();
        waiting.removeIf(
                each -> {
                    boolean isItsOwn = each.queue.equals(queue);
                    if (isItsOwn) {
                        dropped.add(each.work);
                    }
                    return isItsOwn;
                });
        return dropped;
    }

    /// Returns whether the first of all that waits is in that queue.
    boolean isNext(ExecutionQueue queue) {
        return queue.equals(next());
    }

    /// Takes away the first of all that waits.
    ///
    /// @throws java.util.NoSuchElementException if nothing waits
    Work take() {
        return waiting.remove().work;
    }

    private @Nullable ExecutionQueue next() {
        var first = waiting.peek();
        return first == null ? null : first.queue;
    }

    // ---- turns

    /// Lets the next cell begin, unless one runs. What the kernel has got already goes before what
    /// waits.
    void give() {
        for (var queue : queues) {
            if (!isRunning() && queue.hasSent()) {
                queue.begin();
            }
        }
        var next = next();
        while (next != null && !isRunning()) {
            next.begin();
            var then = next();
            if (next.equals(then)) {
                return; // it runs another one already, or there is no kernel
            }
            next = then;
        }
    }

    /// Returns whether nothing runs, and nothing waits.
    boolean isIdle() {
        boolean isQuiet = queues.stream().noneMatch(ExecutionQueue::hasSent);
        return !isRunning() && isQuiet && waiting.isEmpty();
    }

    private boolean isRunning() {
        return queues.stream().anyMatch(queue -> queue.running() != null);
    }
}
