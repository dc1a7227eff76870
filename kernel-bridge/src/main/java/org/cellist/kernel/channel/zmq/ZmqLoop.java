package org.cellist.kernel.channel.zmq;

import java.io.IOException;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.zmq.ZmqChannels.Shared;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The one thread that owns a kernel's sockets: it decodes, queues and sends, and nothing else.
///
/// Confined to its own thread.
final class ZmqLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ZmqLoop.class);

    /// How many messages of one channel are taken before the others have their turn.
    private static final int BURST = 256;

    /// How long nothing comes from a kernel that has ended before all of it was read. ZeroMQ's own
    /// thread reads the connection meanwhile.
    private static final long QUIET_NANOS = 100_000_000;

    private final ZContext context;
    private final ConnectionInfo connection;
    private final HeartbeatPolicy heartbeatPolicy;
    private final Shared shared;
    private final KernelSockets.Plan plan;
    private final MessageCodec codec;
    private long heardAt = System.nanoTime();

    ZmqLoop(
            ZContext context,
            ConnectionInfo connection,
            HeartbeatPolicy heartbeatPolicy,
            Ends ends) {
        this.context = context;
        this.connection = connection;
        this.heartbeatPolicy = heartbeatPolicy;
        this.shared = ends.shared();
        this.plan = ends.plan();
        this.codec = new MessageCodec(new MessageSignature(connection.key()));
    }

    /// What lies at either end of the loop: the kernel's sockets, and who shares the mailboxes.
    record Ends(KernelSockets.Plan plan, Shared shared) {}

    @Override
    public void run() {
        try {
            poll();
        } catch (IOException | RuntimeException e) { // here a thread ends
            LOG.error("the connection to the kernel broke", e);
        } finally {
            shared.closed().set(true);
            Thread.interrupted(); // an interrupted thread cannot close its sockets
            context.close();
            shared.selector().close();
            shared.received().end();
        }
    }

    private void poll() throws IOException {
        var selector = shared.selector();
        var sockets = new KernelSockets(context, connection, plan);
        var heartbeat = new Heartbeat(context, connection, heartbeatPolicy);
        selector.addUnasked(heartbeat.socket());
        for (var channel : plan.channels()) {
            selector.add(channel, sockets.of(channel));
        }
        while (goesOn()) {
            boolean hasRoom = shared.received().hasRoom();
            selector.pause(!hasRoom);
            selector.await(patienceMillis(heartbeat));
            sendAll(sockets);
            if (!hasRoom || !shared.ending().get()) {
                heardAt = System.nanoTime();
            }
            for (var channel : plan.channels()) {
                if (selector.mayHave(channel)) {
                    receive(channel, sockets.of(channel));
                }
            }
            var change = heartbeat.beat();
            if (change != null) {
                shared.received().put(change, 0);
            }
        }
        sendAll(sockets);
    }

    private boolean goesOn() {
        boolean isRead = shared.ending().get() && System.nanoTime() - heardAt >= QUIET_NANOS;
        return !isRead && !shared.closed().get() && !Thread.currentThread().isInterrupted();
    }

    private long patienceMillis(Heartbeat heartbeat) {
        long next = heartbeat.untilNextMillis();
        return shared.ending().get() ? Math.min(next, QUIET_NANOS / 1_000_000) : next;
    }

    private void sendAll(KernelSockets sockets) {
        for (var next = shared.outgoing().poll(); next != null; next = shared.outgoing().poll()) {
            if (!sockets.send(next.channel(), codec.encode(next.message()))) {
                LOG.warn("the kernel takes nothing more on {}", next.channel());
            }
            shared.selector().lookAt(next.channel());
        }
    }

    private void receive(Channel channel, ZMQ.Socket socket) {
        for (int i = 0; i < BURST && shared.received().hasRoom(); i++) {
            var frames = FrameReader.read(socket);
            if (frames == null) {
                shared.selector().isEmpty(channel);
                return;
            }
            heardAt = System.nanoTime();
            var event =
                    switch (codec.decode(frames)) {
                        case Decoded.Accepted(var message) ->
                                new ChannelEvent.Received(channel, message);
                        case Decoded.Dropped(var problem) ->
                                new ChannelEvent.Dropped(channel, problem);
                    };
            shared.received().put(event, MessageCodec.sizeBytes(frames));
        }
    }
}
