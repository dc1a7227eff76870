package org.cellist.kernel.client;

import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.jspecify.annotations.Nullable;

/// One `execute_request` under way.
///
/// It ends when both have come: the reply on shell, and `idle` on iopub, after which the kernel
/// sends no more output for it. The two channels race, so either may come first. All states stand
/// in docs/protocol/execution.md.
///
/// Thread-safe.
public final class Execution {

    /// How long a reply that was recorded may come after the `idle` that goes with it.
    static final long REPLY_NANOS = 200_000_000;

    private static final ExecutionListener UNHEARD =
            new ExecutionListener() {
                @Override
                public void received(Message<IopubContent> message) {
                    throw new IllegalStateException("nobody follows this run yet");
                }

                @Override
                public void inputRequested(InputRequest request) {
                    throw new IllegalStateException("nobody follows this run yet");
                }

                @Override
                public void ended(ExecutionEnd end) {
                    throw new IllegalStateException("nobody follows this run yet");
                }
            };

    private final MessageId id;
    private ExecutionListener listener; // set before anybody else knows it
    private final Sender sender;
    private final AtomicReference<@Nullable MessageHeader> question = new AtomicReference<>();
    private @Nullable ExecuteReply reply; // confined to the client's thread
    private volatile boolean isSent;
    private boolean hasBegun; // confined to the client's thread
    private boolean isIdle; // confined to the client's thread
    private boolean isDoubtful; // confined to the client's thread
    private boolean isLackTold;
    private long heardAt; // confined to the client's thread
    private @Nullable ImpliedReply implied; // of a run that an earlier client asked for

    Execution(MessageId id, ExecutionListener listener, Sender sender) {
        this.id = id;
        this.listener = new Listeners.Guarded(listener);
        this.sender = sender;
    }

    /// Returns a run that an earlier client asked for; null if nobody follows it.
    static @Nullable Execution resumed(
            MessageId id, Sender sender, RunAdopter adopter, Message<IopubContent> input) {
        var execution = new Execution(id, UNHEARD, sender);
        var listener = adopter.adopt(execution, input);
        if (listener == null) {
            return null;
        }
        execution.listener = new Listeners.Guarded(listener);
        execution.implied = new ImpliedReply();
        execution.isSent = true;
        return execution;
    }

    /// Returns the `msg_id` of the request.
    public MessageId id() {
        return id;
    }

    /// Answers the code's question for input. Does nothing when no question is open, or when the
    /// connection has ended.
    ///
    /// @param line without its line end
    public void answer(String line) {
        var asked = question.getAndSet(null);
        if (asked != null) {
            sender.answer(asked, line);
        }
    }

    /// Keeps output that the kernel has not sent, such as an answer, for a client that takes over
    /// this run later.
    public void keep(Stream output) {
        sender.keep(id, output);
    }

    /// Takes a broadcast of this execution; returns whether it was the last.
    ///
    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    /// @param recovery knows whether something may be missing, if the connection broke meanwhile
    boolean take(Message<IopubContent> message, long waited, Recovery recovery) {
        heardAt = waited;
        hasBegun = true;
        if (implied != null) {
            implied.take(message.content());
        }
        listener.received(message);
        if (message.content() instanceof Status(var state) && state == ExecutionState.IDLE) {
            isIdle = true;
            if (isDoubtful && recovery.mayLackBefore(message.header().msgId())) {
                listener.mayLack();
            }
        }
        return reply != null && isIdle && end(new ExecutionEnd.Replied(reply));
    }

    boolean take(ExecuteReply executeReply, long waited) {
        heardAt = waited;
        reply = executeReply;
        listener.replied(executeReply);
        return isIdle && end(new ExecutionEnd.Replied(executeReply));
    }

    /// Once the kernel has been silent about this execution for longer than reply and idle lie
    /// apart, what is missing of the two will not come. Returns whether that ends the execution.
    ///
    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    /// @param silence what is too long, in nanoseconds
    boolean endsBySilence(long waited, long silence) {
        if (endsByIdle() && waited - heardAt >= REPLY_NANOS) {
            return endImplied();
        }
        if (waited - heardAt < silence) {
            return false;
        }
        if (reply != null) {
            if (isDoubtful) {
                listener.mayLack();
            }
            return end(new ExecutionEnd.Replied(reply));
        }
        return isIdle && end(new ExecutionEnd.ReplyMissing());
    }

    /// Returns whether nothing is missing but a reply that may have gone to another client.
    boolean endsByIdle() {
        return isIdle && implied != null;
    }

    /// Ends a run that [#endsByIdle]. Returns true.
    boolean endImplied() {
        var known = implied;
        return known == null || end(new ExecutionEnd.Replied(known.reply()));
    }

    void ask(MessageHeader header, InputRequest request) {
        question.set(header);
        listener.inputRequested(request);
    }

    /// Something of what this run said could not be recorded; that is told once.
    void lacks() {
        if (!isLackTold) {
            isLackTold = true;
            listener.lacks();
        }
    }

    /// Its request has been given to the connection. Any thread.
    void sent() {
        isSent = true;
    }

    /// Returns whether what is sent from now on comes after its request.
    boolean isSent() {
        return isSent;
    }

    /// The connection broke while this was under way.
    void doubt() {
        isDoubtful = true;
    }

    boolean isDoubtful() {
        return isDoubtful;
    }

    /// The kernel has replied to all it was asked until now. Returns whether that ends this
    /// run; one that has its reply waits for the rest.
    boolean endsLost() {
        return reply == null && end(new ExecutionEnd.ConnectionLost(hasBegun));
    }

    void kernelGone() {
        end(new ExecutionEnd.KernelGone());
    }

    boolean hasBegun() {
        return hasBegun;
    }

    private boolean end(ExecutionEnd how) {
        question.set(null);
        listener.ended(how);
        return true;
    }
}
