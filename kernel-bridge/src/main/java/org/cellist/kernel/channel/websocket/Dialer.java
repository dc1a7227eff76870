package org.cellist.kernel.channel.websocket;

import java.net.http.WebSocket;

/// Opens a connection to one kernel's channels, as often as the one before breaks. A port: who
/// knows the server's address and how to prove who asks implements it.
///
/// Thread-safe.
@FunctionalInterface
public interface Dialer {

    /// Tries once, in limited time.
    ///
    /// @param listener told of what comes; [WebSocket.Listener#onOpen] asks for the first
    ///     message
    Dialed dial(WebSocket.Listener listener) throws InterruptedException;

    /// From now on asks for a connection that has nothing to do with those before.
    default void renew() {
        // No connection has to do with another.
    }

    /// What came of it. Immutable.
    sealed interface Dialed {

        record Open(WebSocket socket) implements Dialed {}

        /// Not this time: the network or the server is not there, or takes too long.
        record Failed(String why) implements Dialed {}

        /// Never again: the kernel is gone, or the server no longer lets us in.
        record Refused(String why) implements Dialed {}
    }
}
