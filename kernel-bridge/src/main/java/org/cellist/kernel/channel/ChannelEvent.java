package org.cellist.kernel.channel;

import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;

/// What comes from a kernel's connection. Immutable.
public sealed interface ChannelEvent {

    /// A message, checked and read.
    record Received(Channel channel, Message<RawJson> message) implements ChannelEvent {}

    /// Frames that were dropped, and why.
    record Dropped(Channel channel, FrameProblem problem) implements ChannelEvent {}

    /// The heartbeat is answered again, or has not been for as long as the policy tolerates.
    record Heartbeat(boolean isAlive) implements ChannelEvent {}

    /// The connection has ended.
    record Closed() implements ChannelEvent {}
}
