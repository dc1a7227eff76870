package org.cellist.kernel.client;

import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
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

    /// Nothing more will come.
    void ended(ExecutionEnd end);
}
