package org.cellist.kernel.channel.zmq;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// A kernel's channels over ZeroMQ.
///
/// # Threads
///
/// A ZeroMQ socket belongs to one thread for its whole life, so one platform thread,
/// `kernel-<id>-zmq`, owns all of them ([ZmqLoop]). Senders put a message in a queue and wake the
/// loop through an inproc socket pair; the sending end is guarded by a lock, held for one byte.
///
/// # Mailboxes
///
/// To the kernel: unbounded in principle, bounded by what a person can ask. From the kernel:
/// [#RECEIVED_CAPACITY] events; when they are not taken the loop waits, and ZeroMQ's own queues
/// fill
/// up to [ZmqLoop#HIGH_WATER_MARK] messages. Nothing is dropped by us.
///
/// Thread-safe.
public final class ZmqChannels implements KernelChannels {

    static final int RECEIVED_CAPACITY = 4096;

    private final ZContext context = new ZContext(1);
    private final ConcurrentLinkedQueue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<ChannelEvent> received =
            new ArrayBlockingQueue<>(RECEIVED_CAPACITY);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ZMQ.Socket wakeUp;
    private final Thread loop;

    /// A message on its way to the loop. Immutable.
    record Outgoing(Channel channel, Message<RawJson> message) {}

    /// Connects to a kernel. ZeroMQ connects in the background: the kernel may come up later.
    ///
    /// @param id names the thread; usually the kernel's process id
    public ZmqChannels(ConnectionInfo connection, HeartbeatPolicy heartbeat, String id) {
        var address = "inproc://wake-up";
        wakeUp = context.createSocket(SocketType.PAIR);
        wakeUp.bind(address);
        var zmqLoop =
                new ZmqLoop(context, connection, heartbeat, address, outgoing, received, closed);
        loop = Thread.ofPlatform().daemon().name("kernel-" + id + "-zmq").start(zmqLoop);
    }

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        if (channel == Channel.IOPUB) {
            throw new IllegalArgumentException("clients do not send on iopub");
        }
        if (closed.get()) {
            throw new ClosedChannelsException();
        }
        outgoing.add(new Outgoing(channel, message));
        wake();
    }

    @Override
    public ChannelEvent receive() throws InterruptedException {
        while (true) {
            if (closed.get() && !loop.isAlive()) {
                var left = received.poll();
                return left == null ? new ChannelEvent.Closed() : left;
            }
            var event = received.take();
            if (!(event instanceof ChannelEvent.Closed) || received.isEmpty()) {
                return event;
            }
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            wake();
        }
    }

    private void wake() {
        synchronized (wakeUp) {
            wakeUp.send(new byte[1], ZMQ.DONTWAIT);
        }
    }

    static List<Channel> readable() {
        return List.of(Channel.IOPUB, Channel.SHELL, Channel.CONTROL, Channel.STDIN);
    }
}
