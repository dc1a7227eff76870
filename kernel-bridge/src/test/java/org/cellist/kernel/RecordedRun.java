package org.cellist.kernel;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.jspecify.annotations.Nullable;

/// One execution on a real kernel, and all that it said. A wait that lasts too long for any
/// machine fails with what was heard so far.
///
/// Thread-safe.
final class RecordedRun implements ExecutionListener {

    private final List<IopubContent> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<InputRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private final CompletableFuture<Stream> firstOutput = new CompletableFuture<>();
    private final CompletableFuture<Execution> execution = new CompletableFuture<>();
    private volatile boolean hasGap;

    private final @Nullable ConnectedKernel kernel; // null for a run that was adopted

    private RecordedRun(@Nullable ConnectedKernel kernel) {
        this.kernel = kernel;
    }

    static RecordedRun of(ConnectedKernel kernel, String code) {
        return of(kernel, ExecuteRequest.of(code));
    }

    static RecordedRun of(ConnectedKernel kernel, ExecuteRequest request) {
        var run = new RecordedRun(kernel);
        run.execution.complete(kernel.client().execute(request, run));
        return run;
    }

    /// Runs code that a later client can adopt.
    static RecordedRun marked(ConnectedKernel kernel, String mark, String code) {
        var run = new RecordedRun(kernel);
        var request = ExecuteRequest.of(code);
        kernel.client().execute(mark, request, run, run.execution::complete);
        return run;
    }

    /// Returns a run that an earlier client began.
    static RecordedRun adopted(Execution execution) {
        var run = new RecordedRun(null);
        run.execution.complete(execution);
        return run;
    }

    /// Runs code to its end and returns what it wrote to standard output.
    static String output(ConnectedKernel kernel, String code) throws Exception {
        var run = of(kernel, code);
        run.end();
        return run.stdout();
    }

    @Override
    public void received(Message<IopubContent> message) {
        received.add(message.content());
        if (message.content() instanceof Stream stream) {
            firstOutput.complete(stream);
        }
    }

    @Override
    public void inputRequested(InputRequest request) {
        asked.complete(request);
    }

    @Override
    public void mayLack() {
        hasGap = true;
    }

    @Override
    public void lacks() {
        hasGap = true;
    }

    /// Returns whether it was told that something is missing, or may be.
    boolean hasGap() {
        return hasGap;
    }

    @Override
    public void ended(ExecutionEnd how) {
        end.complete(how);
    }

    Execution execution() throws Exception {
        return await(execution);
    }

    InputRequest asked() throws Exception {
        return await(asked);
    }

    void firstOutput() throws Exception {
        await(firstOutput);
    }

    boolean isOver() {
        return end.isDone();
    }

    /// Waits until it prints something more.
    void nextOutput() throws Exception {
        long before = stdout().length();
        RecordedHost.await(() -> stdout().length() > before);
    }

    ExecutionEnd end() throws Exception {
        return await(end);
    }

    /// Interrupts until it has ended, as a person does. A signal is lost once in a while: Python
    /// raises KeyboardInterrupt wherever it stands, also where the kernel's own code ignores it.
    ExecutionEnd interrupt() throws Exception {
        var kernel = Objects.requireNonNull(this.kernel);
        for (int i = 0; i < 12 && !end.isDone(); i++) {
            kernel.interrupt();
            try {
                end.get(10, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                // once more
            }
        }
        return end();
    }

    private <T> T await(CompletableFuture<T> what) throws Exception {
        try {
            return what.get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            var words = kernel == null ? "?" : kernel.process().lastWords();
            throw new AssertionError("heard only " + received + "; last words: " + words, e);
        }
    }

    List<IopubContent> received() {
        return received;
    }

    String stdout() {
        var text = new StringBuilder();
        for (var content : received) {
            if (content instanceof Stream stream) {
                text.append(stream.text());
            }
        }
        return text.toString();
    }
}
