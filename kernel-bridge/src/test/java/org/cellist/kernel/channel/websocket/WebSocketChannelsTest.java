package org.cellist.kernel.channel.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.websocket.Dialer.Dialed;
import org.cellist.kernel.channel.websocket.WebSocketChannels.Opened;
import org.junit.jupiter.api.Test;

/// How a broken connection is tried again.
class WebSocketChannelsTest {

    /// As many failures as make the next wait half a minute.
    private static final int MANY = 8;

    /// Less than that, and more than any machine needs.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Dials dials = new Dials();

    @Test
    void aLongWaitIsToldOfAndEndsAtOnceForWhoIsInAHurry() throws Exception {
        var before = Instant.now();
        try (var channels = open()) {
            dials.onFailure = channels::hurry; // so that the test need not wait, but for the last
            dials.failures.set(MANY);
            dials.listener().onClose(dials.socket, 1001, "going away");

            assertInstanceOf(ChannelEvent.Disconnected.class, next(channels));
            ChannelEvent event = next(channels);
            while (dials.failures.get() > 0) {
                event = next(channels);
            }
            var last = assertInstanceOf(ChannelEvent.Retrying.class, event);
            assertTrue(last.next().isAfter(before.plusSeconds(2)));
            channels.hurry();
            while (event instanceof ChannelEvent.Retrying) {
                event = next(channels);
            }

            assertEquals(new ChannelEvent.Reconnected(), event);
        }
    }

    private WebSocketChannels open() throws InterruptedException {
        var opened =
                WebSocketChannels.open(dials, new HeartbeatPolicy(Duration.ofSeconds(60), 4), "x");
        return assertInstanceOf(Opened.Connected.class, opened).channels();
    }

    private static ChannelEvent next(WebSocketChannels channels) throws InterruptedException {
        return channels.receive(PATIENCE).orElseThrow();
    }

    /// Opens connections to nobody, or fails. Called on one thread at a time.
    private static final class Dials implements Dialer {

        final WebSocket socket = new Silent();
        final LinkedBlockingQueue<WebSocket.Listener> listeners = new LinkedBlockingQueue<>();
        volatile Runnable onFailure = () -> {};
        final AtomicInteger failures = new AtomicInteger(); // still to come

        @Override
        public Dialed dial(WebSocket.Listener listener) {
            if (failures.get() > 0) {
                if (failures.decrementAndGet() > 0) {
                    onFailure.run();
                }
                return new Dialed.Failed("nobody is there");
            }
            listener.onOpen(socket);
            listeners.add(listener);
            return new Dialed.Open(socket);
        }

        WebSocket.Listener listener() throws InterruptedException {
            return listeners.take();
        }
    }

    /// A connection to nobody.
    private static final class Silent implements WebSocket {

        private CompletableFuture<WebSocket> sent() {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return sent();
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return sent();
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return sent();
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return sent();
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return sent();
        }

        @Override
        public void request(long n) {
            // Nothing comes.
        }

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {
            // Nothing goes on.
        }
    }
}
