package org.cellist.kernel.client;

import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Status;
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

    private final MessageId id;
    private final ExecutionListener listener;
    private final Sender sender;
    private final AtomicReference<@Nullable MessageHeader> question = new AtomicReference<>();
    private @Nullable ExecuteReply reply; // confined to the client's thread
    private boolean hasBegun; // confined to the client's thread
    private boolean isIdle; // confined to the client's thread
    private long heardAt; // confined to the client's thread

    Execution(MessageId id, ExecutionListener listener, Sender sender) {
        this.id = id;
        this.listener = new Listeners.Guarded(listener);
        this.sender = sender;
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

    /// Takes a broadcast of this execution; returns whether it was the last.
    ///
    /// @param waited how long the client has waited for messages in its life, in nanoseconds
    boolean take(Message<IopubContent> message, long waited) {
        heardAt = waited;
        hasBegun = true;
        listener.received(message);
        if (message.content() instanceof Status(var state) && state == ExecutionState.IDLE) {
            isIdle = true;
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
        if (waited - heardAt < silence) {
            return false;
        }
        if (reply != null) {
            return end(new ExecutionEnd.Replied(reply));
        }
        return isIdle && end(new ExecutionEnd.ReplyMissing());
    }

    void ask(MessageHeader header, InputRequest request) {
        question.set(header);
        listener.inputRequested(request);
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
