package org.cellist.kernel.channel;

import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;

/// The connection to one kernel, whatever carries it.
///
/// Thread-safe.
public interface KernelChannels extends AutoCloseable {

    /// Sends a message. Returns at once; messages of one channel are sent in the order of the
    /// calls.
    ///
    /// @param channel SHELL, CONTROL or STDIN
    /// @throws ClosedChannelsException if the channels are closed
    void send(Channel channel, Message<RawJson> message);

    /// Waits for the next thing that the kernel sent. One caller at a time.
    ///
    /// The queue behind it is bounded; while it is full nothing more is read from the kernel,
    /// whose
    /// own queue then grows: a message is never dropped here.
    ///
    /// @throws InterruptedException if the caller is interrupted
    ChannelEvent receive() throws InterruptedException;

    /// Ends the connection and the threads behind it. What was received stays to be taken; then
    /// comes
    /// [ChannelEvent.Closed] for ever.
    @Override
    void close();
}
