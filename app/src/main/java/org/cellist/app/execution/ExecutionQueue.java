package org.cellist.app.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.text.Texts;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StreamName;
import org.jspecify.annotations.Nullable;

/// Runs cells one after the other, each with the source it has when its turn comes.
///
/// An error stops the queue, but for a cell with the tag `raises-exception`. Without a kernel the
/// queue waits and asks for one.
///
/// A request goes out as soon as the kernel has replied to the one before, while that run's last
/// broadcasts are still on their way. It goes sooner only to a kernel that runs nothing more after
/// an error ([#sendAhead]): any other may yet fail, and would run what lies in its socket all the
/// same. See docs/decisions/0049 and 0052.
///
/// Confined to the notebook's owner.
public final class ExecutionQueue {

    /// Requests behind the running one in a kernel's socket. While the kernel runs them, there is
    /// time for the next to be sent.
    private static final int AHEAD = 8;

    private final NotebookStore store;
    private final Executor owner;
    private final Executor pulse;
    private final Clock clock;
    private final Kernel kernel;
    private final KernelRuns runs;
    private final RanSources ran;
    private final List<ExecutionListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<CellId> waiting = new ArrayDeque<>();
    private final Map<CellId, CellExecution> states = new HashMap<>();
    private boolean allowsInput = true;
    private boolean goesOnAfterErrors;
    private @Nullable KernelClient client;
    private @Nullable CellRun running;
    private @Nullable InputPrompt question;
    private boolean hasLostKernel;
    private final Deque<CellRun> sent = new ArrayDeque<>(); // the next ones, in order
    private boolean sendsAhead;

    /// @param owner runs a task on the notebook's owner
    /// @param pulse does the same at the owner's next pulse
    public ExecutionQueue(
            NotebookStore store, Executor owner, Executor pulse, Clock clock, Kernel kernel) {
        this.store = store;
        this.owner = owner;
        this.pulse = pulse;
        this.clock = clock;
        this.kernel = kernel;
        this.runs = new KernelRuns(pulse, store::apply);
        this.ran = new RanSources(store);
    }

    /// What the queue asks of the kernel's keeper. Called on the owner.
    public interface Kernel {

        /// Cells wait, and there is no kernel.
        void needed();

        /// The running cell is not wanted any more.
        void interruptCell();
    }

    public void addListener(ExecutionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ExecutionListener listener) {
        listeners.remove(listener);
    }

    /// Lets code that asks for input fail at once, for a run that nobody watches.
    public void refuseInput() {
        allowsInput = false;
    }

    /// Lets an error no longer stop the queue.
    public void goOnAfterErrors() {
        goesOnAfterErrors = true;
    }

    /// Sends requests before those in front of them were replied to, for as long as the present
    /// kernel is used: one that runs none of them after an error, however late they arrive.
    public void sendAhead() {
        sendsAhead = true;
        sendFurther();
    }

    /// Returns how far the run of a cell is.
    public CellExecution execution(CellId cell) {
        return states.getOrDefault(cell, new CellExecution.NotRun());
    }

    /// Returns whether a cell's source has changed since it ran last.
    public boolean isStale(CellId cell) {
        return ran.isStale(cell);
    }

    /// Returns whether nothing runs and nothing waits.
    public boolean isIdle() {
        return running == null && sent.isEmpty() && waiting.isEmpty();
    }

    /// Puts cells at the end of the queue. Cells that are no code, are empty or wait already are
    /// left out.
    public void add(List<CellId> cells) {
        for (var id : cells) {
            boolean isCode =
                    store.notebook().cell(id).orElse(null) instanceof CodeCell cell
                            && !cell.source().isBlank();
            if (isCode && !waiting.contains(id) && !isSent(id)) {
                waiting.add(id);
                if (!isFor(running, id)) {
                    set(id, new CellExecution.Queued());
                }
            }
        }
        runNext();
    }

    private boolean isSent(CellId cell) {
        return sent.stream().anyMatch(run -> isFor(run, cell));
    }

    private static boolean isFor(@Nullable CellRun run, CellId cell) {
        return run != null && run.cell().equals(cell);
    }

    /// Takes everything off the queue that has not begun. What the kernel has got already is
    /// interrupted when it begins.
    public void clear() {
        var dropped = List.copyOf(waiting);
        waiting.clear();
        for (var id : dropped) {
            if (!isFor(running, id)) {
                set(id, new CellExecution.NotRun());
            }
        }
        sent.forEach(CellRun::takeBack);
    }

    /// Uses that kernel from now on; null for none. What runs on the old one ends with it, unless
    /// it was left.
    public void setClient(@Nullable KernelClient newClient) {
        runs.forget();
        client = newClient;
        sendsAhead = false;
        if (newClient != null) {
            hasLostKernel = false;
            runNext();
        }
    }

    /// Takes everything off the queue and waits for nothing that the kernel may still say, since it
    /// was told to end: what is added from now on is for the next one.
    public void leaveKernel() {
        clear();
        forgetSent();
        var left = running;
        running = null;
        setClient(null);
        if (left != null) {
            left.handOver();
            tellInput(null);
            var took = Duration.between(left.since(), clock.instant());
            set(left.cell(), new CellExecution.Failed(took));
        }
    }

    /// Takes what the kernel broadcasts for no run under way: the words of a thread that outlived
    /// its cell go to that cell, and displays are renewed. Called on the kernel client's thread.
    public void takeLate(Message<IopubContent> message) {
        runs.takeLate(message);
    }

    /// Answers the running cell's question for input. Both stay in the cell's output, where Colab
    /// and Jupyter leave them.
    public void answer(String line) {
        var asked = question;
        if (running != null && asked != null) {
            running.collect(new IopubContent.Stream(StreamName.STDOUT, asked.answered(line)));
            running.answer(line);
            tellInput(null);
        }
    }

    private void runNext() {
        if (running != null) {
            return;
        }
        var next = sent.isEmpty() ? sendNext() : sent.poll();
        if (next == null) {
            return;
        }
        running = next;
        next.begin(clock.instant(), store);
        ran.begins(next.cell(), next.source());
        set(next.cell(), new CellExecution.Running(next.since()));
        if (next.isUnwanted() && next.end() == null) {
            kernel.interruptCell();
        }
        if (next.prompt() != null) {
            tellInput(next.prompt());
        }
        if (next.end() != null) {
            ended(next, next.end());
        } else {
            sendFurther();
        }
    }

    /// Fills the kernel's socket, if that is safe: behind a cell whose error stops the kernel too.
    private void sendFurther() {
        while (sendsAhead && running != null && sent.size() < AHEAD) {
            var last = sent.isEmpty() ? running : sent.getLast();
            var next = stopsAfterErrors(last.cell()) ? sendNext() : null;
            if (next == null) {
                return;
            }
            sent.add(next);
        }
    }

    /// Sends the request of the first cell that waits and still is there; null if there is none.
    private @Nullable CellRun sendNext() {
        while (!waiting.isEmpty()) {
            var kernelClient = client;
            if (kernelClient == null) {
                kernel.needed();
                return null;
            }
            var id = waiting.poll();
            if (store.notebook().cell(id).orElse(null) instanceof CodeCell cell) {
                var run = new CellRun(id, this, runs, owner);
                run.send(kernelClient, request(cell), store, pulse);
                return run;
            }
            set(id, new CellExecution.NotRun()); // an undo may bring it back
        }
        return null;
    }

    private ExecuteRequest request(CodeCell cell) {
        var request = ExecuteRequest.of(cell.source());
        var answered = allowsInput ? request : request.withoutInput();
        return stopsAfterErrors(cell.id()) ? answered : answered.withoutStop();
    }

    void asked(CellRun run, InputPrompt prompt) {
        if (run.equals(running)) {
            tellInput(prompt);
        } else if (sent.contains(run)) {
            run.keep(prompt);
        }
    }

    void replied(CellRun run, ExecuteReply reply) {
        if (run.equals(running) && sent.isEmpty() && goesOnAfter(run.cell(), reply)) {
            var next = sendNext();
            if (next != null) {
                sent.add(next);
            }
        }
    }

    private boolean goesOnAfter(CellId cell, ExecuteReply reply) {
        return reply.status() instanceof Status.Ok || !stopsAfterErrors(cell);
    }

    private boolean stopsAfterErrors(CellId cell) {
        return !goesOnAfterErrors
                && store.notebook().cell(cell).filter(MayFail::isTagged).isEmpty();
    }

    void ended(CellRun run, ExecutionEnd end) {
        if (sent.contains(run)) {
            run.keep(end); // the end of the run before was lost, and is noticed soon
        }
        if (!run.equals(running)) {
            return;
        }
        if (end instanceof ExecutionEnd.ReplyMissing) {
            run.collect(new IopubContent.Stream(StreamName.STDERR, replyLost()));
        }
        run.handOver();
        running = null;
        tellInput(null);
        var took = Duration.between(run.since(), clock.instant());
        switch (end) {
            case ExecutionEnd.KernelGone _ -> {
                hasLostKernel = true;
                set(run.cell(), new CellExecution.Failed(took));
                forgetSent();
                clear();
            }
            case ExecutionEnd.ReplyMissing _ -> {
                set(run.cell(), new CellExecution.Failed(took)); // for all that is known
                clear();
            }
            case ExecutionEnd.Replied(var reply) -> finish(run.cell(), reply, took);
        }
        runNext();
    }

    private static String replyLost() {
        return Texts.of("problem").get("run.reply-lost") + "\n";
    }

    /// The kernel will not run what it was sent: it is gone, or aborts after an error.
    private void forgetSent() {
        var gone = List.copyOf(sent);
        sent.clear();
        gone.forEach(run -> set(run.cell(), new CellExecution.NotRun()));
    }

    private void finish(CellId cell, ExecuteReply reply, Duration took) {
        boolean failed = !(reply.status() instanceof Status.Ok);
        set(cell, failed ? new CellExecution.Failed(took) : new CellExecution.Done(took));
        if (!goesOnAfter(cell, reply)) {
            forgetSent();
            clear();
        } else if (waiting.contains(cell) || isSent(cell)) {
            set(cell, new CellExecution.Queued());
        }
        for (var payload : reply.payload()) {
            if (payload instanceof Payload.SetNextInput(var text, var replaces)) {
                listeners.forEach(each -> each.nextInput(cell, text, replaces));
            }
        }
    }

    private void set(CellId cell, CellExecution execution) {
        states.put(cell, execution);
        new ArrayList<>(listeners).forEach(each -> each.executionChanged(cell, execution));
    }

    private void tellInput(@Nullable InputPrompt prompt) {
        question = prompt;
        listeners.forEach(each -> each.inputChanged(prompt));
    }

    /// Returns what the running cell asks for now, or null.
    public @Nullable InputPrompt question() {
        return question;
    }

    /// Tells whether the kernel went while a cell ran, and no other has come since.
    public boolean hasLostKernel() {
        return hasLostKernel;
    }

    /// Returns the cell that runs, or null.
    public @Nullable CellId running() {
        return running == null ? null : running.cell();
    }

    /// Returns since when something runs, or null.
    public @Nullable Instant runningSince() {
        return running == null ? null : running.since();
    }
}
