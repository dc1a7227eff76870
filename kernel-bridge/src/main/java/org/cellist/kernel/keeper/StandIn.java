package org.cellist.kernel.keeper;

import java.time.Duration;
import java.util.function.Consumer;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Received;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.zmq.ZmqChannels;

/// Takes what a kernel says to a client that is gone, until the next one comes.
///
/// Thread-safe.
final class StandIn implements AutoCloseable {

    private static final Duration LONG = Duration.ofHours(1);

    private static final Duration END = Duration.ofSeconds(1);

    private final ZmqChannels channels;
    private final Thread drain;
    private final long since = System.nanoTime();

    /// @param identity the client's
    /// @param taker told on a thread of the stand-in
    StandIn(ConnectionInfo connection, String identity, Consumer<Received> taker) {
        channels = ZmqChannels.standIn(connection, identity, identity);
        drain = Thread.ofVirtual().name("keeper-stand-in").start(() -> drain(taker));
    }

    private void drain(Consumer<Received> taker) {
        try {
            boolean goesOn = true;
            while (goesOn) {
                var event = channels.receive(LONG);
                if (event.isPresent() && event.get() instanceof Received received) {
                    taker.accept(received);
                }
                goesOn = event.isEmpty() || !(event.get() instanceof ChannelEvent.Closed);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns for how long it has stood in.
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /// Waits until its connections are gone, for one second at most.
    void awaitClosed() throws InterruptedException {
        drain.join(END);
    }

    @Override
    public void close() {
        channels.close();
    }
}
