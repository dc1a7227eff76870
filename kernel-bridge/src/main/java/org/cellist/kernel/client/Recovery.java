package org.cellist.kernel.client;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;

/// Finds out what a broken connection has cost the runs that were under way.
///
/// A kernel answers on shell in the order in which it was asked. So a question is sent when
/// the connection is back: when it is answered, every run from before has been replied to, or
/// never will be. Nothing is ever sent again but the question.
///
/// For some seconds after a break a server may still hold the connection from before. To the kernel
/// both have the same name, and it talks to the one or the other: what is sent through a connection
/// that is whole can get lost, the question too. So it is asked again while there is no answer, and
/// asked anew where a run does not begin though none works.
///
/// Confined to the client's thread.
final class Recovery {

    /// How long an answer, or the beginning of a run, is waited for; each further time twice as
    /// long, because a kernel that works for another client answers later, and then all of them.
    private static final long PATIENCE_NANOS = Duration.ofSeconds(4).toNanos();

    private final Sender sender;
    private final Continuity continuity = new Continuity();

    /// Questions without an answer, each with the runs that the kernel was asked for before.
    private final Map<MessageId, Set<MessageId>> questions = new HashMap<>();

    private boolean isBroken;
    private boolean losesNothing; // where it is broken
    private boolean mayLose; // it has broken before
    private boolean isSettling; // since it is back
    private boolean isStuck;
    private long since; // when the last question was asked, or when runs got stuck
    private long patience = PATIENCE_NANOS;

    Recovery(Sender sender) {
        this.sender = sender;
    }

    boolean isBroken() {
        return isBroken;
    }

    /// Returns whether what is heard now may not be all: a server that takes up a connection again
    /// tries it with questions of its own, and swallows broadcasts until it is content.
    boolean isUnsettled() {
        return (isBroken && !losesNothing) || isSettling;
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
        mayLose = true;
        continuity.broke();
        underWay.forEach(Execution::doubt);
    }

    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    void reconnected(Collection<Execution> underWay, long waited) {
        isBroken = false;
        if (losesNothing) {
            return;
        }
        isSettling = true;
        patience = PATIENCE_NANOS;
        ask(underWay, waited);
    }

    /// Asks again, or anew, when it is time for that.
    ///
    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    void look(Collection<Execution> underWay, long waited) {
        if (isBroken || !mayLose) {
            return;
        }
        boolean isWaiting = !questions.isEmpty();
        boolean wasStuck = isStuck;
        isStuck =
                !isWaiting && underWay.stream().anyMatch(Execution::isSent) && noneWorks(underWay);
        if (isStuck && !wasStuck) {
            since = waited;
            patience = PATIENCE_NANOS;
        } else if ((isWaiting || isStuck) && waited - since >= patience) {
            patience *= 2;
            ask(underWay, waited);
        }
    }

    private static boolean noneWorks(Collection<Execution> underWay) {
        return underWay.stream().noneMatch(Execution::hasBegun);
    }

    private void ask(Collection<Execution> underWay, long waited) {
        var request = new KernelInfoRequest();
        var header = sender.header(request);
        var before =
                underWay.stream()
                        .filter(Execution::isSent)
                        .map(Execution::id)
                        .collect(Collectors.toSet());
        since = waited;
        questions.put(header.msgId(), before);
        if (!sender.trySend(header, request)) {
            questions.clear(); // the connection has ended, and every run with it
        }
    }

    /// Returns the runs that have not ended by now and never will, when a reply shows that.
    Set<MessageId> lostAt(MessageHeader parent) {
        var before = questions.get(parent.msgId());
        if (before == null) {
            return Set.of();
        }
        questions.clear();
        isSettling = false;
        return before;
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
