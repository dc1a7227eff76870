package org.cellist.kernel.client;

import java.time.Instant;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;

/// Follows a kernel as a whole. Called on the client's thread.
///
/// What it throws is logged and goes no further. Must return soon, since everything that the
/// kernel says next waits for it.
///
/// Thread-safe.
public interface KernelListener {

    /// What a kernel is busy with.
    enum Cause {
        /// A run, a comm message, the kernel's own affairs.
        WORK,

        /// A question about code or about the kernel, such as an editor asks with every other
        /// word; of this client also any [KernelClient#request].
        QUESTION
    }

    /// The kernel is busy, idle or starting now.
    void stateChanged(ExecutionState state, Cause cause);

    /// The kernel broadcast something that belongs to no execution under way: another client's
    /// work, a thread that outlived its cell, a comm.
    void unclaimed(Message<IopubContent> message);

    /// The heartbeat stopped, or came back.
    void aliveChanged(boolean isAlive);

    /// The way to the kernel is broken, and is tried again and again.
    ///
    /// @param why in the system's words
    default void disconnected(String why) {
        // Kernels of this machine have no such way.
    }

    /// The kernel runs, but what it says does not come while nobody records it there; that is
    /// tried again and again.
    ///
    /// @param why in the system's words; may be empty
    default void recorderLost(String why) {
        // Only kernels that are reached over SSH have one.
    }

    /// The way to the kernel is broken still.
    ///
    /// @param next when it is tried again
    default void retrying(Instant next) {
        // See above.
    }

    /// The way to the kernel is back.
    default void reconnected() {
        // See above.
    }

    /// A message was dropped because it was not signed, was repeated, not understood or belongs to
    /// nothing.
    void dropped(Channel channel, FrameProblem problem);

    /// The connection has ended; nothing more will come.
    void ended();
}
