package org.cellist.kernel.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// One run of code, and what it said. Thread-safe.
public final class Runs implements ExecutionListener {

    private static final int PATIENCE_SECONDS = 120;

    public final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder(); // guarded by this
    private boolean mayLack; // guarded by this
    private String error = ""; // guarded by this

    private Runs() {}

    public static Runs begin(KernelClient client, String code) {
        var run = new Runs();
        client.execute(new ExecuteRequest(code, false, true, JsonObject.EMPTY, false, true), run);
        return run;
    }

    /// Runs code to its end; returns what it printed.
    public static String of(KernelClient client, String code) throws Exception {
        var run = begin(client, code);
        run.end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return run.text();
    }

    public synchronized String text() {
        return text.toString();
    }

    /// Returns whether it was told that something may be missing.
    public synchronized boolean hasGap() {
        return mayLack;
    }

    public synchronized void awaitText(String wanted) throws InterruptedException {
        while (text.indexOf(wanted) < 0) {
            wait(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    /// Waits for the end; returns the name of the error.
    public String awaitError() throws Exception {
        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        synchronized (this) {
            return error;
        }
    }

    @Override
    public synchronized void received(Message<IopubContent> message) {
        switch (message.content()) {
            case Stream(_, var words) -> text.append(words);
            case KernelError problem -> error = problem.ename();
            default -> {}
        }
        notifyAll();
    }

    @Override
    public void inputRequested(InputRequest request) {
        throw new AssertionError("nobody is asked");
    }

    @Override
    public synchronized void mayLack() {
        mayLack = true;
    }

    @Override
    public void ended(ExecutionEnd how) {
        end.complete(how);
    }
}
