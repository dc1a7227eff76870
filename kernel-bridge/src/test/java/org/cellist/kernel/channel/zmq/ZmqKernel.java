package org.cellist.kernel.channel.zmq;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The kernel's end of real sockets, played by a test.
///
/// Confined to one thread.
final class ZmqKernel implements AutoCloseable {

    static final String KEY = "a key for tests";

    private static final int PATIENCE_MILLIS = 120_000;

    private final ZContext context = new ZContext(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Map<Channel, byte[]> identities = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final MessageCodec codec = new MessageCodec(new MessageSignature(KEY));
    private final ConnectionInfo connection;

    ZmqKernel() {
        int shell = bound(Channel.SHELL);
        int iopub = bound(Channel.IOPUB);
        int stdin = bound(Channel.STDIN);
        int control = bound(Channel.CONTROL);
        heartbeat = context.createSocket(SocketType.REP);
        connection =
                new ConnectionInfo(
                        "127.0.0.1", shell, iopub, stdin, control, bound(heartbeat), KEY, null);
    }

    private int bound(Channel channel) {
        boolean isIopub = channel == Channel.IOPUB;
        var socket = context.createSocket(isIopub ? SocketType.XPUB : SocketType.ROUTER);
        socket.setHWM(0);
        sockets.put(channel, socket);
        return bound(socket);
    }

    private static int bound(ZMQ.Socket socket) {
        socket.setLinger(0);
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        return socket.bindToRandomPort("tcp://127.0.0.1");
    }

    ConnectionInfo connection() {
        return connection;
    }

    /// Waits until a client has subscribed to the broadcasts.
    void awaitSubscription() {
        frame(Channel.IOPUB);
    }

    /// Takes the next message that a client sent.
    Message<RawJson> next(Channel channel) {
        var frames = new ArrayList<byte[]>();
        var socket = socket(channel);
        do {
            frames.add(frame(channel));
        } while (socket.hasReceiveMore());
        identities.put(channel, frames.getFirst());
        return switch (codec.decode(frames)) {
            case Decoded.Accepted(var message) -> message;
            case Decoded.Dropped(var problem) -> throw new AssertionError(problem);
        };
    }

    /// Sends a message on IOPUB, or on another channel to who sent last there.
    void send(Channel channel, Message<RawJson> message) {
        sendFrames(channel, codec.encode(message));
    }

    /// Sends frames as they are.
    void sendFrames(Channel channel, List<byte[]> frames) {
        var socket = socket(channel);
        var to = identities.getOrDefault(channel, "topic".getBytes(StandardCharsets.US_ASCII));
        socket.send(to, ZMQ.SNDMORE);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /// Answers the next ping.
    void echo() {
        var ping = heartbeat.recv();
        if (ping == null) {
            throw new AssertionError("no ping");
        }
        heartbeat.send(ping);
    }

    List<byte[]> encode(Message<RawJson> message) {
        return codec.encode(message);
    }

    private byte[] frame(Channel channel) {
        var frame = socket(channel).recv();
        if (frame == null) {
            throw new AssertionError("nothing came on " + channel);
        }
        return frame;
    }

    private ZMQ.Socket socket(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new AssertionError(channel);
        }
        return socket;
    }

    @Override
    public void close() {
        context.close();
    }
}
