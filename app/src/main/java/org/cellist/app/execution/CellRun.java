package org.cellist.app.execution;

import java.time.Instant;
import java.util.concurrent.Executor;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.UpdateDisplay;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.jspecify.annotations.Nullable;

/// One run of one cell: hears the kernel on its client's thread, tells the queue on the owner.
///
/// Thread-safe.
final class CellRun implements ExecutionListener {

    private final CellId cell;
    private final Instant since;
    private final ExecutionQueue queue;
    private final Executor owner;
    private volatile @Nullable Execution execution;
    private volatile @Nullable OutputCollector collector;

    CellRun(CellId cell, Instant since, ExecutionQueue queue, Executor owner) {
        this.cell = cell;
        this.since = since;
        this.queue = queue;
        this.owner = owner;
    }

    CellId cell() {
        return cell;
    }

    Instant since() {
        return since;
    }

    /// Sends the request. Called on the owner.
    void start(KernelClient kernel, ExecuteRequest request, NotebookStore store, Executor pulse) {
        kernel.execute(
                request,
                this,
                started -> {
                    execution = started;
                    collector = new OutputCollector(cell, started.id(), pulse, store::apply);
                    store.apply(new BeginRun(cell, started.id()));
                });
    }

    void answer(String line) {
        var asked = execution;
        if (asked != null) {
            asked.answer(line);
        }
    }

    @Override
    public void received(Message<IopubContent> message) {
        var sink = collector;
        if (sink != null) {
            sink.take(message.content());
        }
        if (message.content() instanceof UpdateDisplayData(var data, var displayId)) {
            owner.execute(() -> queue.apply(new UpdateDisplay(displayId, data)));
        }
    }

    @Override
    public void inputRequested(InputRequest request) {
        var prompt = new InputPrompt(cell, request.prompt(), request.password());
        owner.execute(() -> queue.asked(this, prompt));
    }

    @Override
    public void ended(ExecutionEnd end) {
        owner.execute(
                () -> {
                    var sink = collector;
                    if (sink != null) {
                        sink.handOver();
                    }
                    queue.ended(this, end);
                });
    }
}
