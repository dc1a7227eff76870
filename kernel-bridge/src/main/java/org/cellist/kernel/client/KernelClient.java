package org.cellist.kernel.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubCodec;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.ReplyCodec;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.RequestCodec;
import org.cellist.kernel.protocol.StdinCodec;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Talks to one kernel: sends requests and routes what comes back by its parent header.
///
/// Everything that comes is handled on one virtual thread, `kernel-<id>-client`, in the order of
/// its
/// channel; listeners are called there.
///
/// Thread-safe.
public final class KernelClient implements AutoCloseable {

    private final KernelChannels channels;
    private final ClientSessionId session = ClientSessionId.random();
    private final Map<MessageId, Execution> executions = new ConcurrentHashMap<>();
    private final Map<MessageId, CompletableFuture<Reply>> requests = new ConcurrentHashMap<>();
    private final List<KernelListener> listeners = new CopyOnWriteArrayList<>();
    private final Readiness readiness = new Readiness(this);
    private final Thread router;
    private volatile ExecutionState state = ExecutionState.STARTING;
    private volatile @Nullable KernelInfoReply info;
    private volatile boolean closed;

    /// Takes over the channels, and closes them when it is closed.
    ///
    /// @param id names the thread; usually the kernel's process id
    public KernelClient(KernelChannels channels, String id) {
        this.channels = channels;
        this.router =
                Thread.ofVirtual().name("kernel-" + id + "-client").start(this::routeUntilClosed);
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
    /// before is
    /// gone: therefore a request is repeated until its broadcast was seen (see JEP 65).
    ///
    /// @return who the kernel is; empty when it did not answer in time
    public Optional<KernelInfoReply> awaitReady(Duration patience) throws InterruptedException {
        var reply = readiness.await(patience);
        reply.ifPresent(answer -> info = answer);
        return reply;
    }

    /// Returns who the kernel is, once it is ready.
    public Optional<KernelInfoReply> info() {
        return Optional.ofNullable(info);
    }

    public ExecutionState state() {
        return state;
    }

    /// Runs code. The listener hears of it until it ends; at once, when the connection has ended.
    public Execution execute(ExecuteRequest request, ExecutionListener listener) {
        return execute(request, listener, _ -> {});
    }

    /// Runs code, and tells of the execution before it is sent, so that a listener knows its id
    /// with
    /// the first message.
    ///
    /// @param beforeSending called on the calling thread
    public Execution execute(
            ExecuteRequest request, ExecutionListener listener, Consumer<Execution> beforeSending) {
        var header = header(RequestCodec.messageType(request));
        var execution = new Execution(header.msgId(), listener, this);
        beforeSending.accept(execution);
        executions.put(header.msgId(), execution);
        try {
            send(header, request);
        } catch (ClosedChannelsException _) {
            closed = true;
        }
        if (closed && executions.remove(header.msgId()) != null) {
            execution.kernelGone();
        }
        return execution;
    }

    /// Sends a request and waits for its reply; call it on a virtual thread.
    ///
    /// @return empty when no reply came in time or the connection ended
    public Optional<Reply> request(Request request, Duration patience) throws InterruptedException {
        var header = header(RequestCodec.messageType(request));
        var reply = new CompletableFuture<Reply>();
        requests.put(header.msgId(), reply);
        try {
            send(header, request);
            return Optional.of(reply.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ClosedChannelsException | TimeoutException | ExecutionException _) {
            return Optional.empty();
        } finally {
            requests.remove(header.msgId());
        }
    }

    /// Sends what has no reply: a comm message.
    public void send(Request request) {
        send(header(RequestCodec.messageType(request)), request);
    }

    /// Ends the connection. Executions under way end as [ExecutionEnd.KernelGone].
    @Override
    public void close() {
        closed = true;
        channels.close();
    }

    /// Waits until the last listener was told of the end.
    public void awaitClosed() throws InterruptedException {
        router.join();
    }

    MessageId sendUnawaited(Request request) {
        var header = header(RequestCodec.messageType(request));
        send(header, request);
        return header.msgId();
    }

    void sendRaw(Channel channel, String type, MessageHeader parent, RawJson content) {
        channels.send(
                channel,
                new Message<>(header(type), parent, RawJson.EMPTY_OBJECT, content, List.of()));
    }

    private MessageHeader header(String type) {
        return new MessageHeader(
                new MessageId(UUID.randomUUID().toString()),
                session,
                "cellist",
                Instant.now().toString(),
                type,
                MessageHeader.PROTOCOL_VERSION);
    }

    private void send(MessageHeader header, Request request) {
        channels.send(
                RequestCodec.channel(request),
                new Message<>(
                        header,
                        null,
                        RawJson.EMPTY_OBJECT,
                        RequestCodec.content(request),
                        RequestCodec.buffers(request)));
    }

    private void routeUntilClosed() {
        try {
            while (true) {
                switch (channels.receive()) {
                    case ChannelEvent.Received(var channel, var message) -> route(channel, message);
                    case ChannelEvent.Dropped(var channel, var problem) ->
                            listeners.forEach(each -> each.dropped(channel, problem));
                    case ChannelEvent.Heartbeat(var isAlive) ->
                            listeners.forEach(each -> each.aliveChanged(isAlive));
                    case ChannelEvent.Closed _ -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            // The thread ends; nobody else interrupts it.
        } finally {
            endAll();
        }
    }

    private void endAll() {
        closed = true;
        readiness.connectionEnded();
        for (var id : List.copyOf(executions.keySet())) {
            var execution = executions.remove(id);
            if (execution != null) {
                execution.kernelGone();
            }
        }
        requests.values().forEach(reply -> reply.cancel(false));
    }

    private void route(Channel channel, Message<RawJson> message) {
        switch (channel) {
            case IOPUB -> routeIopub(IopubCodec.typed(message));
            case SHELL, CONTROL -> routeReply(ReplyCodec.typed(message));
            case STDIN -> routeStdin(message);
        }
    }

    private void routeIopub(Message<IopubContent> message) {
        if (message.content() instanceof Status(var newState)) {
            state = newState;
            listeners.forEach(each -> each.stateChanged(newState));
        }
        readiness.broadcastSeen();
        var parent = message.parentHeader();
        var execution = parent == null ? null : executions.get(parent.msgId());
        if (execution == null) {
            listeners.forEach(each -> each.unclaimed(message));
        } else if (execution.take(message)) {
            executions.remove(execution.id());
        }
    }

    private void routeReply(Message<Reply> message) {
        var parent = message.parentHeader();
        if (parent == null) {
            return;
        }
        if (message.content() instanceof KernelInfoReply reply) {
            readiness.replied(parent.msgId(), reply);
        }
        var execution = executions.get(parent.msgId());
        if (execution != null && message.content() instanceof ExecuteReply reply) {
            if (execution.take(reply)) {
                executions.remove(execution.id());
            }
            return;
        }
        var awaited = requests.get(parent.msgId());
        if (awaited != null) {
            awaited.complete(message.content());
        }
    }

    private void routeStdin(Message<RawJson> message) {
        var parent = message.parentHeader();
        var execution = parent == null ? null : executions.get(parent.msgId());
        if (execution != null
                && StdinCodec.typed(message).content() instanceof InputRequest request) {
            execution.ask(message.header(), request);
        }
    }
}
