package org.cellist.kernel.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cellist.kernel.client.KernelListener.Cause;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/// Tells what a kernel is busy with by the request that its `status` names as the parent.
///
/// Thread-safe.
final class Causes {

    /// Asked by any client; the messaging specification has them on shell and control.
    private static final Set<String> QUESTIONS =
            Set.of(
                    "kernel_info_request",
                    "complete_request",
                    "inspect_request",
                    "is_complete_request",
                    "history_request",
                    "comm_info_request",
                    "debug_request");

    private final Set<MessageId> asked = ConcurrentHashMap.newKeySet(); // until their `idle`

    /// That request of this client is a question, whatever its type. Called before it is sent.
    void asked(MessageId id) {
        asked.add(id);
    }

    /// Returns why the kernel is in that state.
    Cause of(ExecutionState state, @Nullable MessageHeader parent) {
        if (parent == null) {
            return Cause.WORK;
        }
        boolean isAsked =
                state == ExecutionState.IDLE
                        ? asked.remove(parent.msgId())
                        : asked.contains(parent.msgId());
        return isAsked || QUESTIONS.contains(parent.messageType()) ? Cause.QUESTION : Cause.WORK;
    }
}
