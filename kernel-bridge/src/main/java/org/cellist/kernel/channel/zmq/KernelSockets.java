package org.cellist.kernel.channel.zmq;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The sockets that carry messages, four for a client.
///
/// Confined to the loop thread.
final class KernelSockets {

    /// Messages that ZeroMQ keeps for one socket; 0 would be no limit. When a kernel prints
    /// faster than we read, what exceeds it stays with the kernel, which drops it in the end.
    static final int HIGH_WATER_MARK = 100_000;

    /// The high-water mark that stands for none.
    static final int UNLIMITED = 0;

    /// A kernel's sockets come up while we try. All have to be connected before it answers on
    /// shell: a question for input to a stdin socket that is not there yet would be dropped.
    private static final int RECONNECT_MILLIS = 10;

    /// How long a closed connection tries to deliver what was sent last.
    private static final int LINGER_MILLIS = 100;

    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    /// Which sockets there are, and how much each keeps. Immutable.
    ///
    /// @param identity by which the kernel knows whom it answers
    record Plan(List<Channel> channels, int highWaterMark, String identity) {

        /// All channels.
        static Plan client(String identity) {
            return new Plan(List.of(Channel.values()), HIGH_WATER_MARK, identity);
        }

        /// The channels on which a kernel speaks to one client.
        static Plan standIn(String identity) {
            return new Plan(List.of(Channel.SHELL, Channel.STDIN), HIGH_WATER_MARK, identity);
        }

        /// What must not wait behind anything.
        static Plan control(String identity) {
            return new Plan(List.of(Channel.CONTROL), HIGH_WATER_MARK, identity);
        }

        /// What a kernel says to everybody.
        static Plan broadcasts() {
            return new Plan(List.of(Channel.IOPUB), UNLIMITED, "");
        }

        Plan {
            channels = List.copyOf(channels);
        }
    }

    /// Connects; ZeroMQ goes on trying in the background until a kernel listens.
    KernelSockets(ZContext context, ConnectionInfo connection, Plan plan) {
        var identity = plan.identity().getBytes(StandardCharsets.US_ASCII);
        for (var channel : plan.channels()) {
            boolean isIopub = channel == Channel.IOPUB;
            var socket = context.createSocket(isIopub ? SocketType.SUB : SocketType.DEALER);
            socket.setHWM(plan.highWaterMark());
            socket.setReconnectIVL(RECONNECT_MILLIS);
            socket.setMaxMsgSize(MessageCodec.MAX_MESSAGE_BYTES);
            if (isIopub) {
                socket.setLinger(0);
                socket.subscribe(new byte[0]);
            } else {
                socket.setLinger(LINGER_MILLIS);
                // The kernel finds the stdin socket by the shell socket's identity.
                socket.setIdentity(identity);
            }
            Encryption.use(socket, connection);
            socket.connect("tcp://" + connection.ip() + ":" + port(connection, channel));
            sockets.put(channel, socket);
        }
    }

    private static int port(ConnectionInfo connection, Channel channel) {
        return switch (channel) {
            case SHELL -> connection.shellPort();
            case CONTROL -> connection.controlPort();
            case IOPUB -> connection.iopubPort();
            case STDIN -> connection.stdinPort();
        };
    }

    ZMQ.Socket of(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return socket;
    }

    /// Sends the frames of one message. Does not wait: what exceeds the high-water mark of a
    /// kernel that reads nothing is dropped.
    ///
    /// @return whether ZeroMQ took it
    boolean send(Channel channel, List<byte[]> frames) {
        var socket = of(channel);
        int last = frames.size() - 1;
        for (int i = 0; i < last; i++) {
            if (!socket.send(frames.get(i), ZMQ.SNDMORE | ZMQ.DONTWAIT)) {
                return false; // only the first frame of a message can be refused
            }
        }
        return socket.send(frames.get(last), ZMQ.DONTWAIT);
    }
}
