package org.cellist.kernel.client;

import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.RequestCodec;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.jspecify.annotations.Nullable;

/// One `execute_request` under way.
///
/// It ends when both have come: the reply on shell, and `idle` on iopub, after which the kernel
/// sends
/// no more output for it. The two channels race, so either may come first.
///
/// Thread-safe.
public final class Execution {

    private final MessageId id;
    private final ExecutionListener listener;
    private final KernelClient client;
    private @Nullable ExecuteReply reply; // confined to the client's thread
    private boolean isIdle; // confined to the client's thread
    private volatile @Nullable MessageHeader inputRequest;

    Execution(MessageId id, ExecutionListener listener, KernelClient client) {
        this.id = id;
        this.listener = listener;
        this.client = client;
    }

    /// Returns the `msg_id` of the request.
    public MessageId id() {
        return id;
    }

    /// Answers the code's question for input. Does nothing when no question is open.
    ///
    /// @param line without its line end
    public void answer(String line) {
        var asked = inputRequest;
        if (asked != null) {
            inputRequest = null;
            client.sendRaw(Channel.STDIN, "input_reply", asked, RequestCodec.inputReply(line));
        }
    }

    /// Takes a message of this execution; returns whether it was the last.
    boolean take(Message<IopubContent> message) {
        listener.received(message);
        if (message.content() instanceof Status(var state) && state == ExecutionState.IDLE) {
            isIdle = true;
        }
        return endIfComplete();
    }

    boolean take(ExecuteReply executeReply) {
        reply = executeReply;
        return endIfComplete();
    }

    void ask(MessageHeader header, InputRequest request) {
        inputRequest = header;
        listener.inputRequested(request);
    }

    void kernelGone() {
        listener.ended(new ExecutionEnd.KernelGone());
    }

    private boolean endIfComplete() {
        if (reply == null || !isIdle) {
            return false;
        }
        listener.ended(new ExecutionEnd.Replied(reply));
        return true;
    }
}
