package org.cellist.kernel.client;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.jspecify.annotations.Nullable;

/// Finds out what a broken connection has cost the runs that were under way.
///
/// A kernel answers on shell in the order in which it was asked. So a question is sent when
/// the connection is back: when it is answered, every run from before has been replied to, or
/// never will be. Nothing is ever sent again.
///
/// A kernel that has nothing to do answers at once. If it does not, what is sent does not reach it:
/// a Jupyter server gives a connection that is taken up again the sockets of an older one, to
/// which the kernel may have stopped listening. Then the connection begins anew.
///
/// Confined to the client's thread.
final class Recovery {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(4).toNanos();

    private final Sender sender;
    private final Continuity continuity = new Continuity();
    private Set<MessageId> doubtful = Set.of();
    private @Nullable MessageId question;
    private long since; // it could have been answered
    private boolean isBroken;
    private boolean losesNothing; // where it is broken

    Recovery(Sender sender) {
        this.sender = sender;
    }

    boolean isBroken() {
        return isBroken;
    }

    /// Returns whether what is heard now may not be all: a server that takes up a connection again
    /// tries it with questions of its own, and swallows broadcasts until it is content.
    boolean isUnsettled() {
        return (isBroken && !losesNothing) || question != null;
    }

    void heard(Channel channel, Message<?> message) {
        continuity.heard(channel, message.header().msgId());
    }

    void disconnected(boolean nothingIsLost, Collection<Execution> underWay) {
        isBroken = true;
        losesNothing = nothingIsLost;
        if (losesNothing) {
            return;
        }
        continuity.broke();
        underWay.forEach(Execution::doubt);
    }

    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    void reconnected(Collection<Execution> underWay, long waited) {
        isBroken = false;
        if (losesNothing) {
            return;
        }
        doubtful =
                underWay.stream()
                        .filter(Execution::isSent) // the others are asked for after the question
                        .map(Execution::id)
                        .collect(Collectors.toSet());
        var request = new KernelInfoRequest();
        var header = sender.header(request);
        question = header.msgId();
        since = waited;
        sender.trySend(header, request);
    }

    /// Gives the connection up where the question does not arrive.
    ///
    /// @param state what the kernel does; one at work answers later
    void look(ExecutionState state, long waited) {
        if (question == null || isBroken) {
            return;
        }
        boolean isLate = waited - since >= PATIENCE_NANOS;
        if (state == ExecutionState.BUSY) {
            since = waited;
        } else if (isLate) {
            since = waited;
            sender.renew();
        }
    }

    /// Returns the runs that have not ended by now and never will, when a reply shows that.
    Set<MessageId> lostAt(MessageHeader parent) {
        if (!parent.msgId().equals(question)) {
            return Set.of();
        }
        question = null;
        var lost = doubtful;
        doubtful = Set.of();
        return lost;
    }

    /// Returns whether outputs of a run that ends with this message may be missing.
    boolean mayLackBefore(MessageId last) {
        return continuity.mayLackBefore(last);
    }

    /// Runs have ended; the next break is another story.
    void settle(Collection<Execution> underWay) {
        if (!isUnsettled() && underWay.stream().noneMatch(Execution::isDoubtful)) {
            continuity.mended();
        }
    }
}
