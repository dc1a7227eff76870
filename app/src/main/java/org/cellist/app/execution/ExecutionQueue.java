package org.cellist.app.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.jspecify.annotations.Nullable;

/// Runs cells one after the other, each with the source it has when its turn comes, and parts of
/// cells as they were when they were asked for.
///
/// An error stops the queue, but for a cell with the tag `raises-exception`. Without a kernel the
/// queue waits and asks for one.
///
/// A request goes out as soon as the kernel has replied to the one before, while that run's last
/// broadcasts are still on their way. It goes sooner only to a kernel that runs nothing more after
/// an error ([#sendAhead]): any other may yet fail, and would run what lies in its socket all the
/// same. See docs/decisions/0049 and 0052.
///
/// Other documents may have a queue for the same kernel ([#beside]). An error stops only the queue
/// of its own document; what is said of the kernel to one queue holds for all of them.
///
/// Confined to the notebook's owner.
public final class ExecutionQueue {

    /// Requests behind the running one in a kernel's socket. While the kernel runs them, there is
    /// time for the next to be sent.
    private static final int AHEAD = 8;

    private final NotebookStore store;
    private final SharedKernel kernel;
    private final RanSources ran;
    private final RunStates states = new RunStates();
    private final RunRules rules;
    private @Nullable CellRun running;
    private boolean hasLostKernel;
    private final Deque<CellRun> sent = new ArrayDeque<>(); // the next ones, in order
    private boolean sendsAhead;

    /// @param owner runs a task on the notebook's owner
    /// @param pulse does the same at the owner's next pulse
    public ExecutionQueue(
            NotebookStore store, Executor owner, Executor pulse, Clock clock, Kernel kernel) {
        this(store, new SharedKernel(owner, pulse, clock, kernel));
    }

    private ExecutionQueue(NotebookStore store, SharedKernel kernel) {
        this.store = store;
        this.kernel = kernel;
        this.rules = new RunRules(store, kernel);
        this.ran = new RanSources(store);
        kernel.join(this, store);
    }

    /// Returns another queue of the same kernel, for the cells of another document. Cells of both
    /// run one at a time, in the order in which they were asked for.
    public ExecutionQueue beside(NotebookStore other) {
        return new ExecutionQueue(other, kernel);
    }

    /// What the queue asks of the kernel's keeper. Called on the owner.
    public interface Kernel {

        /// Cells wait, and there is no kernel.
        void needed();

        /// The running cell is not wanted any more.
        void interruptCell();
    }

    public void addListener(ExecutionListener listener) {
        states.add(listener);
    }

    public void removeListener(ExecutionListener listener) {
        states.remove(listener);
    }

    /// Lets code that asks for input fail at once, for a run that nobody watches.
    public void refuseInput() {
        rules.refuseInput();
    }

    /// Lets an error no longer stop the queue.
    public void goOnAfterErrors() {
        rules.goOnAfterErrors();
    }

    /// Sends requests before those in front of them were replied to, for as long as the present
    /// kernel is used: one that runs none of them after an error, however late they arrive.
    public void sendAhead() {
        sendsAhead = true;
        sendFurther();
    }

    /// Returns how far the run of a cell is.
    public CellExecution execution(CellId cell) {
        return states.of(cell);
    }

    /// Returns whether a cell has run as a whole since the notebook was opened.
    public boolean hasRun(CellId cell) {
        return ran.isKnown(cell);
    }

    /// Returns whether a cell's source has changed since it ran last as a whole.
    public boolean isStale(CellId cell) {
        return ran.isStale(cell);
    }

    /// Returns whether nothing runs on the kernel, and nothing waits for it.
    public boolean isIdle() {
        return kernel.isIdle();
    }

    /// Puts cells at the end of the queue. Cells that are no code, are empty or wait already are
    /// left out.
    public void add(List<CellId> cells) {
        for (var id : cells) {
            var work = Work.whole(id);
            boolean isCode =
                    store.notebook().cell(id).orElse(null) instanceof CodeCell cell
                            && !cell.source().isBlank();
            boolean isSent = sent.stream().anyMatch(run -> run.work().equals(work));
            if (isCode && !kernel.waits(this, work) && !isSent) {
                put(work);
            }
        }
        kernel.give();
    }

    /// Puts a part of a cell at the end of the queue: the code that the range has now, without the
    /// indentation that all of its lines have. Its outputs take the place of the cell's; the cell
    /// has not run by that, unless the part is all there is. A part without code is left out.
    ///
    /// @throws IndexOutOfBoundsException if the range does not lie in the source
    public void addPart(CellId id, int start, int end) {
        if (!(store.notebook().cell(id).orElse(null) instanceof CodeCell cell)) {
            return;
        }
        var code = SourcePart.code(cell.source(), start, end);
        if (code.strip().equals(cell.source().strip())) {
            add(List.of(id));
        } else if (!code.isBlank()) {
            put(new Work(id, code));
            kernel.give();
        }
    }

    private void put(Work work) {
        kernel.add(this, work);
        if (!isFor(running, work.cell())) {
            states.set(work.cell(), new CellExecution.Queued());
        }
    }

    /// Returns whether more of that cell is to run.
    private boolean goesOn(CellId cell) {
        return kernel.waits(this, cell) || sent.stream().anyMatch(run -> isFor(run, cell));
    }

    private static boolean isFor(@Nullable CellRun run, CellId cell) {
        return run != null && run.cell().equals(cell);
    }

    /// Takes everything off the kernel's queues that has not begun. What the kernel has got
    /// already is interrupted when it begins.
    public void clear() {
        kernel.queues().forEach(ExecutionQueue::drop);
    }

    private void drop() {
        for (var work : kernel.drop(this)) {
            if (!isFor(running, work.cell())) {
                states.set(work.cell(), new CellExecution.NotRun());
            }
        }
        sent.forEach(CellRun::takeBack);
    }

    /// Uses that kernel from now on; null for none. What runs on the old one ends with it, unless
    /// it was left.
    public void setClient(@Nullable KernelClient newClient) {
        kernel.setClient(newClient);
        kernel.queues().forEach(each -> each.follow(newClient));
        if (newClient != null) {
            kernel.give();
        }
    }

    private void follow(@Nullable KernelClient newClient) {
        sendsAhead = false;
        hasLostKernel &= newClient == null;
    }

    /// Takes everything off the kernel's queues and waits for nothing that it may still say, since
    /// it was told to end: what is added from now on is for the next one.
    public void leaveKernel() {
        setClient(null);
        clear();
        kernel.queues().forEach(ExecutionQueue::leave);
    }

    private void leave() {
        forgetSent();
        var left = running;
        running = null;
        if (left != null) {
            left.handOver();
            states.ask(null);
            var took = Duration.between(left.since(), kernel.now());
            states.set(left.cell(), new CellExecution.Failed(took));
        }
    }

    /// Takes what the kernel broadcasts for no run under way: the words of a thread that outlived
    /// its cell go to that cell, and displays are renewed. Called on the kernel client's thread.
    public void takeLate(Message<IopubContent> message) {
        kernel.runs().takeLate(message);
    }

    /// Answers the running cell's question for input.
    public void answer(String line) {
        var asked = states.question();
        if (running != null && asked != null) {
            running.answer(asked, line);
            states.ask(null);
        }
    }

    /// Returns whether the kernel has got what is to run after the running cell.
    boolean hasSent() {
        return !sent.isEmpty();
    }

    /// Lets the next cell of this queue begin, if it is its turn. Called while nothing runs.
    void begin() {
        var next = sent.isEmpty() ? sendNext() : sent.poll();
        if (next == null) {
            return;
        }
        begin(next, kernel.now());
        if (next.isUnwanted() && next.end() == null) {
            kernel.keeper().interruptCell();
        }
        if (next.prompt() != null) {
            states.ask(next.prompt());
        }
        if (next.end() != null) {
            ended(next, next.end());
        } else {
            sendFurther();
        }
    }

    private void begin(CellRun run, Instant since) {
        running = run;
        run.begin(since, store);
        if (!run.work().isPart()) {
            ran.begins(run.cell(), run.source());
        }
        states.set(run.cell(), new CellExecution.Running(since));
    }

    /// A run is under way that an earlier program asked for.
    void resumed(CellRun run, Instant since) {
        if (running == null) { // else the end of the one before was lost
            begin(run, since);
        }
    }

    /// Returns what a program that comes later does with the runs of this queue.
    public Resumption resumption() {
        return new Resumption(this, store, kernel);
    }

    /// Fills the kernel's socket, if that is safe: behind a cell whose error stops the kernel too.
    private void sendFurther() {
        while (sendsAhead && !kernel.isShared() && running != null && sent.size() < AHEAD) {
            var last = sent.isEmpty() ? running : sent.getLast();
            var next = rules.stopsAfterErrors(last.cell()) ? sendNext() : null;
            if (next == null) {
                return;
            }
            sent.add(next);
        }
    }

    /// Sends the request of the first cell that waits and still is there; null if there is
    /// none, or another queue is next.
    private @Nullable CellRun sendNext() {
        while (kernel.isNext(this)) {
            var kernelClient = kernel.client();
            if (kernelClient == null) {
                kernel.keeper().needed();
                return null;
            }
            var work = kernel.take();
            if (store.notebook().cell(work.cell()).orElse(null) instanceof CodeCell cell) {
                var run = new CellRun(work, this, kernel);
                run.send(kernelClient, rules.request(cell.id(), work.code(cell)), store);
                return run;
            }
            states.set(work.cell(), new CellExecution.NotRun()); // an undo may bring it back
        }
        return null;
    }

    void asked(CellRun run, InputPrompt prompt) {
        if (run.equals(running)) {
            states.ask(prompt);
        } else if (sent.contains(run)) {
            run.keep(prompt);
        }
    }

    void replied(CellRun run, ExecuteReply reply) {
        if (run.equals(running) && sent.isEmpty() && rules.goesOnAfter(run.cell(), reply)) {
            var next = sendNext();
            if (next != null) {
                sent.add(next);
            }
        }
    }

    void ended(CellRun run, ExecutionEnd end) {
        if (sent.contains(run)) {
            run.keep(end); // the end of the run before was lost, and is noticed soon
        }
        if (!run.equals(running)) {
            return;
        }
        run.sayWhatIsLost(end);
        run.handOver();
        running = null;
        states.ask(null);
        var took = Duration.between(run.since(), kernel.now());
        switch (end) {
            case ExecutionEnd.KernelGone _ -> {
                hasLostKernel = true;
                states.set(run.cell(), new CellExecution.Failed(took));
                forgetSent();
                clear();
            }
            case ExecutionEnd.ReplyMissing _, ExecutionEnd.ConnectionLost _ -> {
                states.set(run.cell(), new CellExecution.Failed(took)); // for all that is known
                drop();
            }
            case ExecutionEnd.Replied(var reply) -> finish(run.work(), reply, took);
        }
        kernel.give();
    }

    /// The kernel will not run what it was sent: it is gone, or aborts after an error.
    private void forgetSent() {
        var gone = List.copyOf(sent);
        sent.clear();
        gone.forEach(run -> states.set(run.cell(), new CellExecution.NotRun()));
    }

    private void finish(Work work, ExecuteReply reply, Duration took) {
        var cell = work.cell();
        states.set(cell, work.outcome(reply, took));
        if (!rules.goesOnAfter(cell, reply)) {
            forgetSent();
            drop();
        } else if (goesOn(cell)) {
            states.set(cell, new CellExecution.Queued());
        }
        states.nextInputs(work, reply);
    }

    /// Returns what the running cell asks for now, or null.
    public @Nullable InputPrompt question() {
        return states.question();
    }

    /// Tells whether the kernel went while a cell ran, and no other has come since.
    public boolean hasLostKernel() {
        return hasLostKernel;
    }

    /// Returns the cell that runs, or null.
    public @Nullable CellId running() {
        return running == null ? null : running.cell();
    }
}
