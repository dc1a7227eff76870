package org.cellist.kernel.channel;

import java.time.Instant;
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

    /// Something that the kernel said before this, while nobody was there, could not be kept.
    record Unrecorded() implements ChannelEvent {}

    /// The way to the kernel is broken; it is tried again until it is back. What was sent shortly
    /// before may not have arrived, and what the kernel says meanwhile may be lost.
    ///
    /// @param why for logs and details, in the system's words
    /// @param losesNothing whether all of that is kept at either end, and comes afterwards
    record Disconnected(String why, boolean losesNothing) implements ChannelEvent {}

    /// The kernel runs and can be signalled, but nobody records what it says, and without a record
    /// nothing of it comes. The recorder is begun again until it is back. What the kernel says
    /// meanwhile is lost; what is sent waits, or may not have arrived.
    ///
    /// @param why in the system's words; may be empty
    record RecorderLost(String why) implements ChannelEvent {}

    /// The way to the kernel is broken still. Comes when it will be a while until the next try.
    ///
    /// @param next when it is tried again
    record Retrying(Instant next) implements ChannelEvent {}

    /// The way to the kernel is back, with the same session.
    record Reconnected() implements ChannelEvent {}

    /// The connection has ended.
    record Closed() implements ChannelEvent {}
}
