package org.cellist.kernel.client;

import org.cellist.kernel.protocol.Reply.ExecuteReply;

/// How an execution ended. Immutable.
public sealed interface ExecutionEnd {

    /// The kernel replied and went idle; or it replied and has been silent since, as some kernels
    /// do that never say that they are idle.
    record Replied(ExecuteReply reply) implements ExecutionEnd {}

    /// The kernel went idle and has been silent since, without a reply that could be understood
    /// and trusted.
    record ReplyMissing() implements ExecutionEnd {}

    /// The connection broke meanwhile, and the kernel's reply was lost, or the request itself.
    ///
    /// @param hasBegun whether the kernel was heard to run it; if not, it may have run or not
    record ConnectionLost(boolean hasBegun) implements ExecutionEnd {}

    /// The kernel died, was restarted, or the connection ended.
    record KernelGone() implements ExecutionEnd {}
}
