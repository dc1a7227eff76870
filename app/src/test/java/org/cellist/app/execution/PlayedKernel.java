package org.cellist.app.execution;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// A notebook with its queue, and a kernel that the test plays. The test's thread is the notebook's
/// owner; pulses come when the test says so.
///
/// Confined to the test's thread, but for what the client's thread puts into the mailboxes.
final class PlayedKernel implements ExecutionListener, ExecutionQueue.Kernel, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    final NotebookStore store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());
    final ExecutionQueue queue;
    final List<CellId> cells = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final LinkedBlockingQueue<Runnable> pulses = new LinkedBlockingQueue<>();
    FakeChannels kernel = new FakeChannels();
    @Nullable InputPrompt prompt;
    int interrupts;
    int asked;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Runnable> marks = new LinkedBlockingQueue<>();
    private final List<KernelClient> clients = new ArrayList<>();

    PlayedKernel(String... sources) {
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        queue = new ExecutionQueue(store, tasks::add, pulses::add, clock, this);
        queue.addListener(this);
        for (var source : sources) {
            add(NewNotebook.cell(CellType.CODE, source));
        }
        connect();
    }

    void add(Cell cell) {
        store.apply(new InsertCells(cells.size(), List.of(cell)));
        cells.add(cell.id());
    }

    /// A kernel is there.
    void connect() {
        kernel = new FakeChannels();
        var client = FakeClients.of(kernel);
        client.addListener(new Late());
        clients.add(client);
        queue.setClient(client);
    }

    /// Another program has emptied all outputs in the file, and the file is taken.
    void reload() {
        var cells =
                store.notebook().cells().stream()
                        .map(cell -> NewNotebook.cell(cell.type(), cell.source()).withId(cell.id()))
                        .toList();
        store.apply(new ReplaceNotebook(store.notebook().withCells(cells), queue.running(), false));
    }

    void run(int... which) {
        queue.add(Arrays.stream(which).mapToObj(cells::get).toList());
    }

    /// Takes the next request; it must be of that source.
    Sent request(String source) throws InterruptedException {
        var request = kernel.sent("execute_request");
        var code = request.message().content().object().string("code");
        if (!source.equals(code)) {
            throw new AssertionError("the kernel was sent " + code);
        }
        return request;
    }

    void print(Sent request, String text) {
        kernel.broadcast(request, "stream", "{\"name\":\"stdout\",\"text\":\"" + text + "\"}");
    }

    void display(Sent request, String type, String id, String text) {
        kernel.broadcast(
                request,
                type,
                """
                {"data":{"text/plain":"%s"},"metadata":{},"transient":{"display_id":"%s"}}"""
                        .formatted(text, id));
    }

    /// The cell asks for input, and the question is shown.
    void ask(Sent request) {
        kernel.say(Channel.STDIN, request.header(), "input_request", "{\"prompt\":\"?\"}");
        hear();
        if (prompt == null) {
            throw new AssertionError("no question");
        }
    }

    void replyOk(Sent request) {
        kernel.reply(request, "{\"status\":\"ok\",\"execution_count\":1}");
    }

    void replyError(Sent request) {
        kernel.reply(
                request,
                "{\"status\":\"error\",\"ename\":\"E\",\"evalue\":\"e\",\"traceback\":[]}");
    }

    void end(Sent request) {
        replyOk(request);
        kernel.status(request, "idle");
        hear();
    }

    void fail(Sent request) {
        replyError(request);
        kernel.status(request, "idle");
        hear();
    }

    /// Waits until everything that the kernel has said was heard, and does what follows from it.
    void hear() {
        var over = new boolean[1];
        kernel.put(new ChannelEvent.Heartbeat(true));
        marks.add(() -> over[0] = true);
        until(() -> over[0]);
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /// The same, and a pulse.
    void hearAndPulse() {
        hear();
        pulse();
    }

    void pulse() {
        for (var task = pulses.poll(); task != null; task = pulses.poll()) {
            task.run();
        }
    }

    /// Does the owner's tasks until that is so.
    void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                var task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (task == null) {
                    throw new AssertionError("waited in vain; told " + told);
                }
                task.run();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the text outputs of a cell, one in brackets each.
    String shown(int index) {
        return store.notebook().cell(cells.get(index)).orElseThrow() instanceof CodeCell cell
                ? cell.outputs().items().stream()
                        .map(PlayedKernel::words)
                        .collect(Collectors.joining())
                : "";
    }

    private static String words(CellOutput output) {
        return switch (output) {
            case CellOutput.Text(var name, var text) ->
                    "[" + name.value() + " " + text.text() + "]";
            case CellOutput.Rich rich -> "[" + rich.data().text("text/plain").orElseThrow() + "]";
            case CellOutput.Failed failed -> "[" + failed.ename() + "]";
            case CellOutput.Unknown _ -> "[?]";
        };
    }

    CellExecution execution(int index) {
        return queue.execution(cells.get(index));
    }

    @Override
    public void needed() {
        asked++;
    }

    @Override
    public void interruptCell() {
        interrupts++;
    }

    @Override
    public void executionChanged(CellId cell, CellExecution execution) {
        told.add(cells.indexOf(cell) + " " + execution.getClass().getSimpleName());
    }

    @Override
    public void inputChanged(@Nullable InputPrompt newPrompt) {
        prompt = newPrompt;
    }

    @Override
    public void nextInput(CellId cell, String text, boolean replaces) {
        told.add(cells.indexOf(cell) + " next " + text + " " + replaces);
    }

    @Override
    public void close() {
        clients.forEach(KernelClient::close);
    }

    /// Hands the queue what belongs to no run, and tells the test that it was heard. Thread-safe.
    private final class Late implements KernelListener {

        @Override
        public void unclaimed(Message<IopubContent> message) {
            queue.takeLate(message);
        }

        @Override
        public void aliveChanged(boolean isAlive) {
            tasks.add(() -> marks.remove().run());
        }

        @Override
        public void stateChanged(ExecutionState state, Cause cause) {
            // Not the queue's concern.
        }

        @Override
        public void dropped(Channel channel, FrameProblem problem) {
            throw new AssertionError("dropped on " + channel + ": " + problem);
        }

        @Override
        public void ended() {
            // Told to the runs.
        }
    }
}
