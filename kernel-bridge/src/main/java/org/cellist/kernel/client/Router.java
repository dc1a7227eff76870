package org.cellist.kernel.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.IopubCodec;
import org.cellist.kernel.protocol.wire.ReplyCodec;
import org.cellist.kernel.protocol.wire.StdinCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what comes from the kernel and hands each message to whom it belongs, by its parent
/// header, until the connection ends. See docs/protocol/execution.md.
///
/// Thread-safe; [#run] is for one thread.
final class Router implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    /// How long a kernel may be silent about an execution between its reply and the `idle` that
    /// goes with it, or the other way round; nbclient waits as long (`iopub_timeout`). Only time
    /// that was spent waiting for messages counts: what lies in the mailbox is not silence.
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final KernelChannels channels;
    private final Readiness readiness;
    private final Listeners listeners;
    private final LongSupplier nanoTime;
    private final Resumption resumption;
    private final Map<MessageId, Execution> executions = new ConcurrentHashMap<>();
    private final Map<MessageId, CompletableFuture<Reply>> requests = new ConcurrentHashMap<>();
    private final Causes causes = new Causes();
    private final Recovery recovery; // confined to the client's thread
    private volatile ExecutionState state = ExecutionState.STARTING;
    private volatile boolean isAlive = true;
    private volatile boolean isOver;
    private long waited; // confined to the client's thread
    private boolean isResumedEnding; // confined to the client's thread

    Router(
            KernelChannels channels,
            Readiness readiness,
            Listeners listeners,
            Resumption resumption,
            LongSupplier nanoTime) {
        this.channels = channels;
        this.readiness = readiness;
        this.listeners = listeners;
        this.resumption = resumption;
        this.nanoTime = nanoTime;
        this.recovery = new Recovery(resumption.sender());
    }

    /// Who takes over runs that an earlier client asked for, and how their questions are answered.
    /// Immutable.
    record Resumption(RunAdopter adopter, Sender sender) {}

    ExecutionState state() {
        return state;
    }

    boolean isAlive() {
        return isAlive && !isOver;
    }

    /// Expects messages for an execution. Called before its request is sent.
    void expect(Execution execution) {
        executions.put(execution.id(), execution);
    }

    /// Returns where the reply to that request will come. Called before the request is sent.
    CompletableFuture<Reply> expect(MessageId id) {
        var reply = new CompletableFuture<Reply>();
        requests.put(id, reply);
        causes.asked(id);
        return reply;
    }

    /// Expects nothing more for that request; returns its execution, if it had not ended.
    @Nullable Execution forget(MessageId id) {
        requests.remove(id);
        return executions.remove(id);
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                long before = nanoTime.getAsLong();
                var event = channels.receive(patience());
                if (!recovery.isBroken()) {
                    waited += nanoTime.getAsLong() - before;
                }
                goesOn = event.isEmpty() || route(event.get());
                endWhatIsSilent();
                recovery.look(state, waited);
            }
        } catch (InterruptedException _) {
            // The thread ends; nobody else interrupts it.
        } finally {
            channels.close();
            endAll();
        }
    }

    private Duration patience() {
        return isResumedEnding ? Duration.ofNanos(Execution.REPLY_NANOS) : SILENCE;
    }

    /// Returns whether more will come.
    private boolean route(ChannelEvent event) {
        switch (event) {
            case ChannelEvent.Received(var channel, var message) -> route(channel, message);
            case ChannelEvent.Dropped(var channel, var problem) ->
                    listeners.tell(each -> each.dropped(channel, problem));
            case ChannelEvent.Heartbeat(var alive) -> {
                isAlive = alive;
                listeners.tell(each -> each.aliveChanged(alive));
            }
            case ChannelEvent.Unrecorded _ -> {
                LOG.warn("something that the kernel said could not be recorded");
                executions.values().forEach(Execution::lacks);
            }
            case ChannelEvent.Disconnected(var why, boolean losesNothing) -> {
                recovery.disconnected(losesNothing, executions.values());
                listeners.tell(each -> each.disconnected(why));
            }
            case ChannelEvent.RecorderLost(var why) -> {
                recovery.disconnected(false, executions.values());
                listeners.tell(each -> each.recorderLost(why));
            }
            case ChannelEvent.Retrying(var next) -> listeners.tell(each -> each.retrying(next));
            case ChannelEvent.Reconnected _ -> {
                recovery.reconnected(executions.values(), waited);
                listeners.tell(KernelListener::reconnected);
            }
            case ChannelEvent.Closed _ -> {
                return false;
            }
        }
        return true;
    }

    private void route(Channel channel, Message<RawJson> message) {
        recovery.heard(channel, message);
        switch (channel) {
            case IOPUB -> routeIopub(IopubCodec.typed(message));
            case SHELL, CONTROL -> routeReply(channel, ReplyCodec.typed(message));
            case STDIN -> routeStdin(message);
        }
    }

    private void routeIopub(Message<IopubContent> message) {
        if (message.content() instanceof Status(var newState)) {
            stateChanged(newState, causes.of(newState, message.parentHeader()));
        }
        readiness.broadcastSeen();
        var execution = executionOf(message.parentHeader());
        if (execution == null) {
            execution = resumed(message);
        }
        if (execution != null && recovery.isUnsettled()) {
            execution.doubt();
        }
        if (execution == null) {
            listeners.tell(each -> each.unclaimed(message));
        } else if (execution.take(message, waited, recovery)) {
            executions.remove(execution.id());
            recovery.settle(executions.values());
        } else {
            isResumedEnding |= execution.endsByIdle();
        }
    }

    /// Returns the run that begins with this message, if an earlier client asked for it.
    private @Nullable Execution resumed(Message<IopubContent> message) {
        var parent = message.parentHeader();
        boolean begins = message.content() instanceof ExecuteInput;
        if (parent == null || parent.msgId().mark() == null || !begins) {
            return null;
        }
        endResumed();
        var execution =
                Execution.resumed(
                        parent.msgId(), resumption.sender(), resumption.adopter(), message);
        if (execution != null) {
            executions.put(execution.id(), execution);
        }
        return execution;
    }

    /// The next run begins: replies to those before it are recorded already, or lost.
    private void endResumed() {
        executions.values().removeIf(each -> each.endsByIdle() && each.endImplied());
    }

    private void stateChanged(ExecutionState newState, KernelListener.Cause cause) {
        state = newState;
        if (newState == ExecutionState.STARTING
                && executions.values().stream().anyMatch(Execution::hasBegun)) {
            endEvery(); // another process has taken over the ports, and knows nothing of them
        }
        listeners.tell(each -> each.stateChanged(newState, cause));
    }

    private void routeReply(Channel channel, Message<Reply> message) {
        var parent = message.parentHeader();
        if (parent == null) {
            listeners.tell(each -> each.dropped(channel, FrameProblem.NO_PARENT));
            return;
        }
        if (message.content() instanceof KernelInfoReply info) {
            readiness.replied(info);
        }
        var execution = executionOf(parent);
        if (execution != null && message.content() instanceof ExecuteReply reply) {
            if (execution.take(reply, waited)) {
                executions.remove(execution.id());
                recovery.settle(executions.values());
            }
            return;
        }
        endLost(recovery.lostAt(parent));
        var awaited = requests.get(parent.msgId());
        if (awaited != null) {
            awaited.complete(message.content());
        }
    }

    private void endLost(Set<MessageId> lost) {
        for (var id : lost) {
            var execution = executions.get(id);
            if (execution != null && execution.endsLost()) {
                executions.remove(id);
            }
        }
        recovery.settle(executions.values());
    }

    private void routeStdin(Message<RawJson> message) {
        if (message.parentHeader() == null) {
            listeners.tell(each -> each.dropped(Channel.STDIN, FrameProblem.NO_PARENT));
        }
        var execution = executionOf(message.parentHeader());
        if (execution != null
                && StdinCodec.typed(message).content() instanceof InputRequest request) {
            execution.ask(message.header(), request);
        }
    }

    private @Nullable Execution executionOf(@Nullable MessageHeader parent) {
        return parent == null ? null : executions.get(parent.msgId());
    }

    private void endWhatIsSilent() {
        executions.values().removeIf(each -> each.endsBySilence(waited, SILENCE.toNanos()));
        isResumedEnding =
                isResumedEnding && executions.values().stream().anyMatch(Execution::endsByIdle);
    }

    private void endEvery() {
        for (var id : List.copyOf(executions.keySet())) {
            var execution = executions.remove(id);
            if (execution != null) {
                execution.kernelGone();
            }
        }
    }

    private void endAll() {
        isOver = true;
        readiness.connectionEnded();
        endEvery();
        requests.values().forEach(reply -> reply.cancel(false));
        listeners.tell(KernelListener::ended);
    }
}
