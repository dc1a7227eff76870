package org.cellist.kernel.client;

import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;

/// Follows a kernel as a whole. Called on the client's thread.
///
/// Thread-safe. Must return soon, since the kernel's next message waits.
public interface KernelListener {

    /// The kernel is busy, idle or starting now.
    void stateChanged(ExecutionState state);

    /// The kernel broadcast something that belongs to no execution of this client: another
    /// client's
    /// work, a thread that outlived its cell, a comm.
    void unclaimed(Message<IopubContent> message);

    /// The heartbeat stopped, or came back.
    void aliveChanged(boolean isAlive);

    /// A message was dropped because it was not signed, was repeated or not understood.
    void dropped(Channel channel, FrameProblem problem);
}
