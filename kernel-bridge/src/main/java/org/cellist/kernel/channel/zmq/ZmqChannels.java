package org.cellist.kernel.channel.zmq;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.Mailbox;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.zeromq.ZContext;

/// A kernel's channels over ZeroMQ.
///
/// # Threads
///
/// A ZeroMQ socket belongs to one thread for its whole life, so one platform thread,
/// `kernel-<id>-zmq`, owns all of them ([ZmqLoop]). Senders put a message in a queue and wake the
/// loop ([SocketSelector]).
///
/// All threads and mailboxes of the program stand in docs/threading.md.
///
/// # Mailboxes
///
/// To the kernel: a queue without a bound of its own; what a person can ask bounds it. From the
/// kernel: [Mailbox], bounded in events and bytes. When it is full the loop stops reading until
/// it is three quarters full, and still sends and beats; ZeroMQ's own queues fill up to
/// [KernelSockets#HIGH_WATER_MARK] messages. Nothing is dropped here.
///
/// Thread-safe.
public final class ZmqChannels implements KernelChannels {

    private final ConcurrentLinkedQueue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final SocketSelector selector = new SocketSelector();
    private final Mailbox received;

    /// A message on its way to the loop. Immutable.
    record Outgoing(Channel channel, Message<RawJson> message) {}

    /// What the loop shares with the others. Thread-safe.
    record Shared(
            ConcurrentLinkedQueue<Outgoing> outgoing,
            Mailbox received,
            SocketSelector selector,
            AtomicBoolean ending,
            AtomicBoolean closed) {}

    /// Connects to a kernel. ZeroMQ connects in the background: the kernel may come up later.
    ///
    /// @param id names the thread; usually the kernel's process id
    public ZmqChannels(ConnectionInfo connection, HeartbeatPolicy heartbeat, String id) {
        this(connection, heartbeat, id, KernelSockets.Plan.client(UUID.randomUUID().toString()));
    }

    private ZmqChannels(
            ConnectionInfo connection,
            HeartbeatPolicy heartbeat,
            String id,
            KernelSockets.Plan plan) {
        var context = new ZContext(1);
        received = new Mailbox(selector::wake);
        var shared = new Shared(outgoing, received, selector, ending, closed);
        var loop = new ZmqLoop(context, connection, heartbeat, new ZmqLoop.Ends(plan, shared));
        Thread.ofPlatform().daemon().name("kernel-" + id + "-zmq").start(loop);
    }

    /// Connects to what a kernel broadcasts, and to nothing else, without a high-water mark of our
    /// own: what comes faster than it is taken waits in memory.
    ///
    /// @param id names the thread
    public static ZmqChannels toBroadcasts(ConnectionInfo connection, String id) {
        return new ZmqChannels(
                connection, HeartbeatPolicy.RARE, id, KernelSockets.Plan.broadcasts());
    }

    /// Connects to control and to the heartbeat, where somebody else carries all the rest.
    ///
    /// @param id names the thread
    public static ZmqChannels toControl(ConnectionInfo connection, String id) {
        var plan = KernelSockets.Plan.control(UUID.randomUUID().toString());
        return new ZmqChannels(connection, HeartbeatPolicy.DEFAULT, id, plan);
    }

    /// Connects as a client that a later one may stand in for.
    ///
    /// @param id names the thread
    /// @param identity by which the kernel knows the client
    public static ZmqChannels of(ConnectionInfo connection, String id, String identity) {
        return new ZmqChannels(
                connection, HeartbeatPolicy.DEFAULT, id, KernelSockets.Plan.client(identity));
    }

    /// Stands in for a client that is gone: takes its replies and the questions that it is asked.
    ///
    /// A kernel whose sockets hand over an identity (`ZMQ_ROUTER_HANDOVER`), as ipykernel's do,
    /// speaks to whoever came last with it. Others may not notice that the client is gone, and then
    /// do not hear who stands in.
    ///
    /// @param id names the thread
    /// @param identity the client's
    public static ZmqChannels standIn(ConnectionInfo connection, String id, String identity) {
        return new ZmqChannels(
                connection, HeartbeatPolicy.RARE, id, KernelSockets.Plan.standIn(identity));
    }

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        if (channel == Channel.IOPUB) {
            throw new IllegalArgumentException("clients do not send on iopub");
        }
        if (ending.get() || closed.get()) {
            throw new ClosedChannelsException();
        }
        outgoing.add(new Outgoing(channel, message));
        selector.wake();
    }

    /// Tells the receiver something that these channels cannot know, in its place among what came:
    /// that the way to the kernel is broken, or back.
    public void tell(ChannelEvent event) {
        received.put(event, 0);
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        return received.take(patience);
    }

    @Override
    public void closeWhenRead() {
        if (ending.compareAndSet(false, true)) {
            selector.wake();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            selector.wake();
        }
    }
}
