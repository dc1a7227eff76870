package org.cellist.kernel.channel.zmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cellist.kernel.protocol.Channel;
import org.zeromq.ZMQ;

/// Waits until a socket may have something to read, or until another thread wakes it.
///
/// Each ZeroMQ socket has a descriptor (`ZMQ_FD`) that becomes readable when something happened to
/// the socket, and stays so until the socket was read empty. Waiting for these is cheaper than
/// `ZMQ.Poller`, which asks every socket twice each time.
///
/// Two rules come with it. A socket that may have something is read until it has nothing
/// ([#isEmpty]). And sending takes note of what happened as well, after which the descriptor says
/// nothing of it: so a socket that was sent on is read too ([#lookAt]).
///
/// Confined to the loop thread, but for [#wake].
final class SocketSelector implements AutoCloseable {

    private final Selector selector;
    private final Map<Channel, SelectionKey> keys = new EnumMap<>(Channel.class);
    private final Set<Channel> readable = EnumSet.noneOf(Channel.class);
    private boolean isPaused;

    /// @throws UncheckedIOException if the system gives no more descriptors
    SocketSelector() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Watches a channel's socket from now on.
    void add(Channel channel, ZMQ.Socket socket) throws IOException {
        keys.put(channel, socket.getFD().register(selector, SelectionKey.OP_READ, channel));
        lookAt(channel);
    }

    /// Has [#await] return, too, when something happened to this socket. Reading it is up to the
    /// caller, after every wait.
    void addUnasked(ZMQ.Socket socket) throws IOException {
        socket.getFD().register(selector, SelectionKey.OP_READ);
    }

    /// Wakes the waiting, now or when it begins next. From any thread; does nothing once closed.
    void wake() {
        selector.wakeup();
    }

    /// Says whether channels are to be left alone until further notice.
    void pause(boolean on) {
        if (on != isPaused) {
            isPaused = on;
            keys.values().forEach(key -> key.interestOps(on ? 0 : SelectionKey.OP_READ));
        }
    }

    /// Waits until a socket may have something, which is not at all while a channel is to be read.
    ///
    /// @param millis how long at the most, at least 1
    void await(long millis) throws IOException {
        if (isPaused || readable.isEmpty()) {
            selector.select(this::selected, millis);
        } else {
            selector.selectNow(this::selected);
        }
    }

    private void selected(SelectionKey key) {
        if (key.attachment() instanceof Channel channel) {
            readable.add(channel);
        }
    }

    /// Returns whether a channel is to be read.
    boolean mayHave(Channel channel) {
        return !isPaused && readable.contains(channel);
    }

    /// Has a channel read at the next turn.
    void lookAt(Channel channel) {
        readable.add(channel);
    }

    /// Called when a channel was read until it had nothing.
    void isEmpty(Channel channel) {
        readable.remove(channel);
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
