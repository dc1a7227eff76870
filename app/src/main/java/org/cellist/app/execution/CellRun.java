package org.cellist.app.execution;

import java.time.Instant;
import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.text.Texts;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.StreamName;
import org.jspecify.annotations.Nullable;

/// One run of one cell, or of a part of one: hears the kernel on its client's thread, tells the
/// queue on the owner.
///
/// Its request may be sent while the kernel still says the last words of the run before. Until
/// this one begins, what it hears waits here.
///
/// Thread-safe, but for what is confined to the owner.
final class CellRun implements ExecutionListener {

    private final Work work;
    private final ExecutionQueue queue;
    private final SharedKernel kernel;
    private volatile @Nullable Sent sent;
    private volatile boolean isResumed; // an earlier program sent it
    private String source = ""; // confined to the owner, once sent or resumed
    private Instant since = Instant.MAX; // confined to the owner
    private @Nullable InputPrompt prompt; // confined to the owner
    private @Nullable ExecutionEnd end; // confined to the owner
    private boolean isUnwanted; // confined to the owner

    CellRun(Work work, ExecutionQueue queue, SharedKernel kernel) {
        this.work = work;
        this.queue = queue;
        this.kernel = kernel;
    }

    /// What there is from the sending on. Immutable.
    private record Sent(Execution execution, OutputCollector outputs) {}

    Work work() {
        return work;
    }

    CellId cell() {
        return work.cell();
    }

    /// Returns whether both are runs of one cell of one document; a copy in another may have the
    /// same identity.
    boolean isOfSameCell(CellRun other) {
        return queue.equals(other.queue) && cell().equals(other.cell());
    }

    /// Returns the code that was sent; empty before.
    String source() {
        return source;
    }

    /// Returns when it began; the far future before.
    Instant since() {
        return since;
    }

    /// Sends the request. Called on the owner.
    void send(KernelClient client, ExecuteRequest request, NotebookStore store) {
        source = request.code();
        var mark = kernel.isFirst(queue) ? cell().value() : ""; // scratch is not kept
        client.execute(mark, request, this, execution -> take(execution, store));
    }

    /// Takes over what an earlier program sent. Called once, before anything else.
    ///
    /// @param code what was sent
    void resume(Execution execution, String code, NotebookStore store) {
        source = code;
        isResumed = true;
        take(execution, store);
    }

    private void take(Execution execution, NotebookStore store) {
        var id = execution.id();
        var outputs = new OutputCollector(cell(), id, kernel.pulse(), store::apply);
        sent = new Sent(execution, outputs);
        kernel.runs().remember(id, this);
    }

    /// Begins, once sent: the outputs of the cell's last run go. Called on the owner.
    void begin(Instant now, NotebookStore store) {
        since = now;
        var request = sent;
        if (request != null) {
            kernel.runs().keepOnly(this);
            store.apply(new BeginRun(cell(), request.execution().id()));
        }
    }

    /// Returns the question that came before it began. Confined to the owner.
    @Nullable InputPrompt prompt() {
        return prompt;
    }

    /// Returns how it ended before it began. Confined to the owner.
    @Nullable ExecutionEnd end() {
        return end;
    }

    void keep(InputPrompt question) {
        prompt = question;
    }

    void keep(ExecutionEnd early) {
        end = early;
    }

    /// Returns whether it was taken off the queue after it was sent. Confined to the owner.
    boolean isUnwanted() {
        return isUnwanted;
    }

    void takeBack() {
        isUnwanted = true;
    }

    /// Answers the question. Both stay in the output, where Colab and Jupyter leave them.
    void answer(InputPrompt asked, String line) {
        var both = new IopubContent.Stream(StreamName.STDOUT, asked.answered(line));
        collect(both);
        var request = sent;
        if (request != null) {
            request.execution().keep(both);
            request.execution().answer(line);
        }
    }

    @Override
    public void received(Message<IopubContent> message) {
        collect(message.content());
        if (message.content() instanceof UpdateDisplayData update) {
            kernel.runs().renew(update);
        }
    }

    /// Takes one message into its outputs. Called on the kernel client's thread.
    void collect(IopubContent content) {
        var sink = sent;
        if (sink != null) {
            sink.outputs().take(content);
        }
    }

    /// Says among the outputs what was lost of an end, of which nothing else would tell. Called on
    /// the owner.
    void sayWhatIsLost(ExecutionEnd how) {
        switch (how) {
            case ExecutionEnd.ReplyMissing _ -> say("run.reply-lost");
            case ExecutionEnd.ConnectionLost(boolean hasBegun) ->
                    say(hasBegun ? "run.end-lost" : "run.start-lost");
            case ExecutionEnd.Replied _, ExecutionEnd.KernelGone _ -> {}
        }
    }

    private void say(String key) {
        var words = Texts.of("problem").get(key) + "\n";
        collect(new IopubContent.Stream(StreamName.STDERR, words));
    }

    @Override
    public void inputRequested(InputRequest request) {
        var question = new InputPrompt(cell(), request.prompt(), request.password());
        kernel.owner().execute(() -> queue.asked(this, question));
    }

    @Override
    public void mayLack() {
        say("run.gap");
    }

    @Override
    public void lacks() {
        say("run.unrecorded");
    }

    @Override
    public void replied(ExecuteReply reply) {
        kernel.owner().execute(() -> queue.replied(this, reply));
    }

    /// What the kernel wants to show on a page, as for `?mean`, comes with its reply and is an
    /// output like others, as in JupyterLab.
    @Override
    public void ended(ExecutionEnd how) {
        if (how instanceof ExecutionEnd.Replied(var reply)) {
            for (var payload : reply.payload()) {
                if (payload instanceof Payload.Page(var page, _)) {
                    collect(new IopubContent.DisplayData(page, null));
                }
            }
        }
        var told = isResumed ? withoutPayload(how) : how;
        kernel.owner().execute(() -> queue.ended(this, told));
    }

    /// What an earlier program did with it is not done again.
    private static ExecutionEnd withoutPayload(ExecutionEnd how) {
        return how instanceof ExecutionEnd.Replied(var reply)
                ? new ExecutionEnd.Replied(
                        new ExecuteReply(
                                reply.status(),
                                reply.executionCount(),
                                List.of(),
                                reply.userExpressions()))
                : how;
    }

    /// Puts the last outputs into the notebook. Called on the owner.
    void handOver() {
        var sink = sent;
        if (sink != null) {
            sink.outputs().handOver();
            kernel.runs().ended(sink.execution().id());
        }
        kernel.runs().handOver();
    }
}
