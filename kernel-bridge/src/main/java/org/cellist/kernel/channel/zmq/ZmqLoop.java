package org.cellist.kernel.channel.zmq;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.zmq.ZmqChannels.Outgoing;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.MessageCodec;
import org.cellist.kernel.protocol.MessageCodec.Decoded;
import org.cellist.kernel.protocol.MessageSignature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/// The one thread that owns a kernel's sockets: it decodes, queues and sends, and nothing else.
///
/// Confined to its own thread.
final class ZmqLoop implements Runnable {

    /// Messages that ZeroMQ keeps for one socket; 0 would be no limit.
    static final int HIGH_WATER_MARK = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ZmqLoop.class);

    /// How many messages of one socket are taken before the others have their turn.
    private static final int BURST = 256;

    /// A kernel's sockets come up while we try. All have to be connected before it answers on
    /// shell:
    /// a question for input to a stdin socket that is not there yet would be dropped.
    private static final int RECONNECT_MILLIS = 10;

    private static final long FULL_MAILBOX_LOOK_MILLIS = 50;

    private final ZContext context;
    private final ConnectionInfo connection;
    private final HeartbeatPolicy heartbeatPolicy;
    private final String wakeUpAddress;
    private final ConcurrentLinkedQueue<Outgoing> outgoing;
    private final BlockingQueue<ChannelEvent> received;
    private final AtomicBoolean closed;
    private final MessageCodec codec;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    ZmqLoop(
            ZContext context,
            ConnectionInfo connection,
            HeartbeatPolicy heartbeatPolicy,
            String wakeUpAddress,
            ConcurrentLinkedQueue<Outgoing> outgoing,
            BlockingQueue<ChannelEvent> received,
            AtomicBoolean closed) {
        this.context = context;
        this.connection = connection;
        this.heartbeatPolicy = heartbeatPolicy;
        this.wakeUpAddress = wakeUpAddress;
        this.outgoing = outgoing;
        this.received = received;
        this.closed = closed;
        this.codec = new MessageCodec(new MessageSignature(connection.key()));
    }

    @Override
    public void run() {
        try {
            poll();
        } catch (InterruptedException _) {
            // Somebody wants this thread to end.
        } catch (ZMQException | ZError.IOException e) {
            if (!closed.get()) {
                LOG.warn("the connection to the kernel broke", e);
            }
        } finally {
            closed.set(true);
            Thread.interrupted(); // an interrupted thread cannot close its sockets
            context.close();
            if (!received.offer(new ChannelEvent.Closed())) {
                LOG.debug("the mailbox is full; its reader finds the channels closed");
            }
        }
    }

    private void poll() throws InterruptedException {
        var wakeUp = context.createSocket(SocketType.PAIR);
        wakeUp.connect(wakeUpAddress);
        connectAll();
        var heartbeat = new Heartbeat(context, connection, heartbeatPolicy);
        try (var poller = context.createPoller(2 + sockets.size())) {
            poller.register(wakeUp, ZMQ.Poller.POLLIN);
            for (var channel : ZmqChannels.readable()) {
                poller.register(socketOf(channel), ZMQ.Poller.POLLIN);
            }
            poller.register(heartbeat.socket(), ZMQ.Poller.POLLIN);
            while (!closed.get()) {
                poller.poll(heartbeat.untilNextMillis());
                sendAll(wakeUp);
                receiveAll();
                var change = heartbeat.beat();
                if (change != null) {
                    deliver(change);
                }
            }
        }
    }

    private void connectAll() {
        var identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        for (var channel : ZmqChannels.readable()) {
            boolean isIopub = channel == Channel.IOPUB;
            var socket = context.createSocket(isIopub ? SocketType.SUB : SocketType.DEALER);
            socket.setLinger(0);
            socket.setHWM(HIGH_WATER_MARK);
            socket.setReconnectIVL(RECONNECT_MILLIS);
            if (isIopub) {
                socket.subscribe(new byte[0]);
            } else {
                // The kernel finds the stdin socket by the shell socket's identity.
                socket.setIdentity(identity);
            }
            socket.connect("tcp://" + connection.ip() + ":" + port(channel));
            sockets.put(channel, socket);
        }
    }

    private int port(Channel channel) {
        return switch (channel) {
            case SHELL -> connection.shellPort();
            case CONTROL -> connection.controlPort();
            case IOPUB -> connection.iopubPort();
            case STDIN -> connection.stdinPort();
        };
    }

    private ZMQ.Socket socketOf(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return socket;
    }

    private void sendAll(ZMQ.Socket wakeUp) {
        while (wakeUp.recv(ZMQ.DONTWAIT) != null) {
            // Each wake-up is one byte; all that is queued is sent below.
        }
        for (var next = outgoing.poll(); next != null; next = outgoing.poll()) {
            send(socketOf(next.channel()), codec.encode(next.message()));
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private void receiveAll() throws InterruptedException {
        for (var channel : ZmqChannels.readable()) {
            var socket = socketOf(channel);
            for (int i = 0; i < BURST; i++) {
                var frames = frames(socket);
                if (frames == null) {
                    break;
                }
                deliver(
                        switch (codec.decode(frames)) {
                            case Decoded.Accepted(var message) ->
                                    new ChannelEvent.Received(channel, message);
                            case Decoded.Dropped(var problem) ->
                                    new ChannelEvent.Dropped(channel, problem);
                        });
            }
        }
    }

    /// Waits while the mailbox is full, until the channels are closed.
    private void deliver(ChannelEvent event) throws InterruptedException {
        while (!received.offer(event, FULL_MAILBOX_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (closed.get()) {
                return;
            }
        }
    }

    private static @Nullable List<byte[]> frames(ZMQ.Socket socket) {
        var first = socket.recv(ZMQ.DONTWAIT);
        if (first == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        frames.add(first);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }
}
