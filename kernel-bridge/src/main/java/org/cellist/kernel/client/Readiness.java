package org.cellist.kernel.client;

import java.time.Duration;
import java.util.Optional;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.jspecify.annotations.Nullable;

/// The handshake at the start: the kernel has answered, and a broadcast has been seen. See
/// docs/protocol/connection.md.
///
/// Thread-safe.
final class Readiness {

    /// How long after an unheard broadcast the next request goes out. A subscription is up within
    /// milliseconds of the connection.
    private static final long AGAIN_MILLIS = 25;

    private final Sender sender;
    private @Nullable KernelInfoReply reply;
    private boolean isBroadcastSeen;
    private boolean isOver;

    Readiness(Sender sender) {
        this.sender = sender;
    }

    /// Any broadcast shows that the subscription is up; `iopub_welcome` is sent for nothing else
    /// (JEP 65).
    synchronized void broadcastSeen() {
        if (!isBroadcastSeen) {
            isBroadcastSeen = true;
            notifyAll();
        }
    }

    synchronized void replied(KernelInfoReply info) {
        reply = info;
        notifyAll();
    }

    synchronized void connectionEnded() {
        isOver = true;
        notifyAll();
    }

    synchronized Optional<KernelInfoReply> reply() {
        return Optional.ofNullable(reply);
    }

    /// Asks until both are there; empty when time runs out or the connection ends.
    Optional<KernelInfoReply> await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            var waiting = Waiting.ASK;
            while (waiting == Waiting.ASK) {
                var request = new KernelInfoRequest();
                sender.send(sender.header(request), request);
                waiting = waitForBoth(end);
            }
            return waiting == Waiting.READY ? reply() : Optional.empty();
        } catch (ClosedChannelsException _) {
            return Optional.empty();
        }
    }

    private enum Waiting {
        READY,
        ASK,
        OVER
    }

    /// Waits; a first reply may take as long as it takes, since a request waits in the kernel's
    /// socket until the kernel is up. After that only the broadcast is missing, so it is asked
    /// for.
    private synchronized Waiting waitForBoth(long end) throws InterruptedException {
        long again = Long.MAX_VALUE;
        while (reply == null || !isBroadcastSeen) {
            long now = System.nanoTime();
            if (isOver || now - end >= 0) {
                return Waiting.OVER;
            }
            if (reply != null && again == Long.MAX_VALUE) {
                again = now + AGAIN_MILLIS * 1_000_000;
            }
            if (reply != null && now - again >= 0) {
                return Waiting.ASK;
            }
            long until = reply == null ? end : Math.min(end, again);
            wait(Math.max(1, (until - now) / 1_000_000));
        }
        return Waiting.READY;
    }
}
