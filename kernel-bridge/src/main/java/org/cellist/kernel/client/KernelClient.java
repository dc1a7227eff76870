package org.cellist.kernel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.CommInfoReply;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.Reply.HistoryReply;
import org.cellist.kernel.protocol.Reply.InspectReply;
import org.cellist.kernel.protocol.Reply.InterruptReply;
import org.cellist.kernel.protocol.Reply.IsCompleteReply;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.Reply.ShutdownReply;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.Request.CommInfoRequest;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.Request.HistoryRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.Request.InterruptRequest;
import org.cellist.kernel.protocol.Request.IsCompleteRequest;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.cellist.kernel.protocol.Request.ShutdownRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Talks to one kernel: sends requests and routes what comes back by its parent header.
///
/// Everything that comes is handled on one thread, `kernel-<id>-client`, in the order of
/// its channel; listeners are called there.
///
/// What asks a question blocks until the answer; call it on a virtual thread. An answer is absent
/// when it did not come in time, when the kernel does not know such a request (it need not say
/// so), when it refused, and when the connection ended: to whoever asked it is all the same.
///
/// Thread-safe.
public final class KernelClient implements AutoCloseable {

    private final KernelChannels channels;
    private final Sender sender;
    private final Listeners listeners = new Listeners();
    private final Readiness readiness;
    private final Router router;
    private final Thread thread;

    /// Takes over the channels, and closes them when it is closed.
    ///
    /// @param id names the thread; usually the kernel's process id
    public KernelClient(KernelChannels channels, String id) {
        this(channels, id, RunAdopter.NOBODY);
    }

    /// Takes over the channels, and closes them when it is closed.
    ///
    /// @param id names the thread; usually the kernel's process id
    /// @param adopter takes over runs that an earlier client has asked for
    public KernelClient(KernelChannels channels, String id, RunAdopter adopter) {
        this(channels, id, adopter, System::nanoTime);
    }

    /// @param nanoTime a clock like [System#nanoTime], by which the kernel's silence is measured
    KernelClient(KernelChannels channels, String id, RunAdopter adopter, LongSupplier nanoTime) {
        this.channels = channels;
        this.sender = new Sender(channels);
        this.readiness = new Readiness(sender);
        this.router =
                new Router(
                        channels,
                        readiness,
                        listeners,
                        new Router.Resumption(adopter, sender),
                        nanoTime);
        // A virtual thread that waits with a time limit wakes two others for each message.
        this.thread = Thread.ofPlatform().daemon().name("kernel-" + id + "-client").start(router);
    }

    public void addListener(KernelListener listener) {
        listeners.add(listener);
    }

    public void removeListener(KernelListener listener) {
        listeners.remove(listener);
    }

    /// Waits until the kernel answers and its broadcasts arrive, so that no early output is lost.
    ///
    /// A subscription takes effect some time after it was asked for, and what was broadcast
    /// before is gone: therefore a request is repeated until a broadcast was seen (see JEP 65).
    ///
    /// @return who the kernel is; empty when it did not answer in time
    public Optional<KernelInfoReply> awaitReady(Duration patience) throws InterruptedException {
        return readiness.await(patience);
    }

    /// Returns who the kernel is, once it has said so.
    public Optional<KernelInfoReply> info() {
        return readiness.reply();
    }

    /// Returns what the kernel said last that it does.
    public ExecutionState state() {
        return router.state();
    }

    /// Returns whether the connection stands and the heartbeat is answered.
    public boolean isAlive() {
        return router.isAlive();
    }

    /// Runs code. The listener hears of it until it ends; at once, when the connection has ended.
    public Execution execute(ExecuteRequest request, ExecutionListener listener) {
        return execute(request, listener, _ -> {});
    }

    /// Runs code, and tells of the execution before it is sent, so that a listener knows its id
    /// with the first message.
    ///
    /// @param beforeSending called on the calling thread
    public Execution execute(
            ExecuteRequest request, ExecutionListener listener, Consumer<Execution> beforeSending) {
        return execute("", request, listener, beforeSending);
    }

    /// Runs code for a purpose that a later client can know, from the ids of its messages.
    ///
    /// @param mark see [MessageId#mark]; empty for none
    public Execution execute(
            String mark,
            ExecuteRequest request,
            ExecutionListener listener,
            Consumer<Execution> beforeSending) {
        var header = sender.header(MessageId.marked(mark), request);
        var execution = new Execution(header.msgId(), listener, sender);
        beforeSending.accept(execution);
        router.expect(execution);
        boolean isSent = sender.trySend(header, request);
        execution.sent();
        if ((!isSent || router.isOver()) && router.forget(header.msgId()) != null) {
            execution.kernelGone();
        }
        return execution;
    }

    /// Asks how long after an error the kernel runs no request, even one that arrives late; see
    /// `LaunchOptions.abortsLate`. Sends the question and does not wait.
    ///
    /// @param then told on the client's thread; zero, if the kernel knows no such time or does not
    ///     keep to it. Never, if it does not reply
    public void askAbortTime(Consumer<Duration> then) {
        execute(AbortTime.question(), new AbortTime(then));
    }

    /// Asks who the kernel is.
    public Optional<KernelInfoReply> kernelInfo(Duration patience) throws InterruptedException {
        return ask(new KernelInfoRequest(), patience, KernelInfoReply.class);
    }

    /// Asks how the code before a place may go on.
    public Optional<CompleteReply> complete(CompleteRequest request, Duration patience)
            throws InterruptedException {
        return ask(request, patience, CompleteReply.class);
    }

    /// Asks what stands at a place in code.
    public Optional<InspectReply> inspect(InspectRequest request, Duration patience)
            throws InterruptedException {
        return ask(request, patience, InspectReply.class);
    }

    /// Asks whether code can be run as it stands.
    public Optional<IsCompleteReply> isComplete(IsCompleteRequest request, Duration patience)
            throws InterruptedException {
        return ask(request, patience, IsCompleteReply.class);
    }

    /// Asks for earlier inputs.
    public Optional<HistoryReply> history(HistoryRequest request, Duration patience)
            throws InterruptedException {
        return ask(request, patience, HistoryReply.class);
    }

    /// Asks which comms are open.
    public Optional<CommInfoReply> commInfo(CommInfoRequest request, Duration patience)
            throws InterruptedException {
        return ask(request, patience, CommInfoReply.class);
    }

    /// Interrupts by message; for a kernel whose kernelspec says so.
    public Optional<InterruptReply> interrupt(Duration patience) throws InterruptedException {
        return ask(new InterruptRequest(), patience, InterruptReply.class);
    }

    /// Asks the kernel to end itself. It replies first; then its process ends.
    ///
    /// @param restart whether the kernel is told that it will be started again
    public Optional<ShutdownReply> shutdown(boolean restart, Duration patience)
            throws InterruptedException {
        return ask(new ShutdownRequest(restart), patience, ShutdownReply.class);
    }

    /// Sends any request and waits for whatever replies to it.
    public Optional<Reply> request(Request request, Duration patience) throws InterruptedException {
        var header = sender.header(request);
        var reply = router.expect(header.msgId());
        try {
            sender.send(header, request);
            return Optional.of(reply.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ClosedChannelsException
                | TimeoutException
                | CancellationException
                | ExecutionException _) {
            return Optional.empty();
        } finally {
            router.forget(header.msgId());
        }
    }

    /// Sends what has no reply: a comm message.
    ///
    /// @throws ClosedChannelsException if the connection has ended
    public void send(Request request) {
        sender.send(sender.header(request), request);
    }

    /// Answers a kernel of Colab's, which waits for an object on its stdin channel. Not while an
    /// ordinary question is open there.
    public void answerColab(JsonObject value) {
        sender.answer(value);
    }

    /// Ends the connection. Executions under way end as [ExecutionEnd.KernelGone].
    @Override
    public void close() {
        channels.close();
    }

    /// Waits until the last listener was told of the end.
    public void awaitClosed() throws InterruptedException {
        thread.join();
    }

    private <R extends Reply> Optional<R> ask(Request request, Duration patience, Class<R> type)
            throws InterruptedException {
        return request(request, patience).filter(type::isInstance).map(type::cast);
    }
}
