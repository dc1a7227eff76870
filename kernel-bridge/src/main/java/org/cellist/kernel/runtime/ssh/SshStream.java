package org.cellist.kernel.runtime.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.cellist.kernel.runtime.hosted.HostStream;

/// A channel of an SSH connection.
///
/// One reader and one writer at a time; any thread closes.
final class SshStream implements HostStream {

    private final ClientChannel channel;

    /// Takes over an open channel.
    SshStream(ClientChannel channel) {
        this.channel = channel;
    }

    @Override
    public InputStream in() {
        return channel.getInvertedOut();
    }

    @Override
    public OutputStream out() {
        return channel.getInvertedIn();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void awaitEnd(Duration patience) {
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), patience);
    }

    /// A channel that is closed at once is closed at this end only, and its program stays.
    @Override
    public void close() {
        channel.close(false);
    }

    @Override
    public void abort() {
        channel.close(true);
    }
}
