package org.cellist.kernel.client;

import org.cellist.kernel.protocol.Reply.ExecuteReply;

/// How an execution ended. Immutable.
public sealed interface ExecutionEnd {

    /// The kernel replied and went idle.
    record Replied(ExecuteReply reply) implements ExecutionEnd {}

    /// The kernel died, was restarted, or the connection ended.
    record KernelGone() implements ExecutionEnd {}
}
