package org.cellist.kernel.client;

import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;

/// Follows one execution. Called on the client's thread, in the order of the messages.
///
/// What it throws is logged and goes no further. Must return soon, since everything that the
/// kernel says next waits for it.
///
/// Thread-safe.
public interface ExecutionListener {

    /// The kernel broadcast something because of this execution.
    void received(Message<IopubContent> message);

    /// The code waits for a line; answer with [Execution#answer].
    void inputRequested(InputRequest request);

    /// The code has ended and the kernel takes the next request, though outputs of this one may
    /// still come. Not told before every end: a reply can be lost.
    default void replied(ExecuteReply reply) {
        // Most wait for the end.
    }

    /// The connection broke meanwhile, and something of what the code said may be lost. Told
    /// before the end.
    default void mayLack() {
        // Kernels of this machine lose nothing so.
    }

    /// Something that the code said before this, while nobody was there, could not be recorded.
    default void lacks() {
        // Only kernels that are kept without a window lose something so.
    }

    /// Nothing more will come.
    void ended(ExecutionEnd end);
}
