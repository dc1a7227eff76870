package org.cellist.kernel.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.jspecify.annotations.Nullable;

/// The handshake at the start: the kernel has answered, and a broadcast has been seen.
///
/// Thread-safe.
final class Readiness {

    /// How long after an unheard broadcast the next request goes out.
    private static final long AGAIN_MILLIS = 25;

    private final KernelClient client;
    private final Set<MessageId> asked = new HashSet<>();
    private @Nullable KernelInfoReply reply;
    private boolean broadcastSeen;
    private boolean ended;

    Readiness(KernelClient client) {
        this.client = client;
    }

    synchronized void broadcastSeen() {
        if (!broadcastSeen) {
            broadcastSeen = true;
            notifyAll();
        }
    }

    synchronized void connectionEnded() {
        ended = true;
        notifyAll();
    }

    synchronized void replied(MessageId id, KernelInfoReply info) {
        if (asked.remove(id)) {
            reply = info;
            notifyAll();
        }
    }

    /// Waits; empty when time runs out or the connection ends.
    Optional<KernelInfoReply> await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            ask();
        } catch (ClosedChannelsException _) {
            return Optional.empty();
        }
        while (true) {
            synchronized (this) {
                if (reply != null && broadcastSeen) {
                    return Optional.of(reply);
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || ended) {
                    return Optional.empty();
                }
                wait(reply == null ? left : Math.min(left, AGAIN_MILLIS));
                if (reply == null || broadcastSeen) {
                    continue;
                }
            }
            try {
                ask();
            } catch (ClosedChannelsException _) {
                return Optional.empty();
            }
        }
    }

    /// Sends outside the lock, except for the note of the id, which must come before the reply.
    private void ask() {
        synchronized (this) {
            asked.add(client.sendUnawaited(new KernelInfoRequest()));
        }
    }
}
