package org.cellist.kernel.channel;

import java.time.Duration;
import java.util.Optional;
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
    /// @throws IllegalArgumentException for IOPUB, on which only kernels send
    void send(Channel channel, Message<RawJson> message);

    /// Keeps a message for clients that come later, as if the kernel had broadcast it. Does nothing
    /// where nobody remembers what kernels say.
    default void keep(Message<RawJson> message) {
        // Nobody does.
    }

    /// Begins the connection anew, as somebody else: what is sent does not arrive, though the
    /// connection is whole. Returns at once. Does nothing where that cannot happen.
    default void renew() {
        // What is sent arrives.
    }

    /// Waits for the next thing that the kernel sent. One caller at a time.
    ///
    /// The mailbox behind it is bounded. While it is full nothing more is read from the kernel;
    /// sending and the heartbeat go on. A kernel's own queue of broadcasts is bounded too
    /// (ZeroMQ drops what does not fit), so whoever calls this must keep up, or lose output.
    ///
    /// @return empty when nothing came in that time
    /// @throws InterruptedException if the caller is interrupted
    Optional<ChannelEvent> receive(Duration patience) throws InterruptedException;

    /// Ends the connection as [#close] does, but only once nothing of what the kernel has sent is
    /// left to be read: for a kernel that has ended, whose last words are still on their way.
    /// Returns at once; nothing more can be sent.
    void closeWhenRead();

    /// Ends the connection and the threads behind it. What was received stays to be taken; then
    /// comes [ChannelEvent.Closed] for ever.
    @Override
    void close();
}
