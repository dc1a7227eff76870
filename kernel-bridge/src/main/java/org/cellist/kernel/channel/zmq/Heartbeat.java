package org.cellist.kernel.channel.zmq;

import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// Pings the kernel and notices when the echoes stop, and when they come back.
///
/// A DEALER with an empty first frame stands in for REQ, which would refuse a second ping while
/// the first is unanswered.
///
/// Confined to the loop thread.
final class Heartbeat {

    private static final byte[] EMPTY = {};
    private static final byte[] PING = {'p', 'i', 'n', 'g'};
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ZMQ.Socket socket;
    private final HeartbeatPolicy policy;
    private long nextPing = System.nanoTime();
    private int missed;
    private boolean isAlive = true;
    private boolean heardOnce;

    Heartbeat(ZContext context, ConnectionInfo connection, HeartbeatPolicy policy) {
        this.policy = policy;
        socket = context.createSocket(SocketType.DEALER);
        socket.setLinger(0);
        socket.setSndHWM(policy.missedLimit() + 1);
        Encryption.use(socket, connection);
        socket.connect("tcp://" + connection.ip() + ":" + connection.heartbeatPort());
    }

    ZMQ.Socket socket() {
        return socket;
    }

    long untilNextMillis() {
        return Math.max(1, (nextPing - System.nanoTime()) / NANOS_PER_MILLI);
    }

    /// Takes echoes, pings when it is time, and returns a change of the kernel's state, or null.
    ///
    /// Before the first echo the kernel is starting, which is no sign of loss.
    @Nullable ChannelEvent beat() {
        boolean heard = false;
        while (socket.recv(ZMQ.DONTWAIT) != null) {
            heard = true;
        }
        if (heard) {
            heardOnce = true;
            missed = 0;
            if (!isAlive) {
                isAlive = true;
                return new ChannelEvent.Heartbeat(true);
            }
        }
        if (System.nanoTime() < nextPing) {
            return null;
        }
        nextPing = System.nanoTime() + policy.period().toNanos();
        boolean sent = socket.send(EMPTY, ZMQ.SNDMORE | ZMQ.DONTWAIT);
        if (sent) {
            socket.send(PING, ZMQ.DONTWAIT);
        }
        missed++;
        if (heardOnce && isAlive && missed > policy.missedLimit()) {
            isAlive = false;
            return new ChannelEvent.Heartbeat(false);
        }
        return null;
    }
}
