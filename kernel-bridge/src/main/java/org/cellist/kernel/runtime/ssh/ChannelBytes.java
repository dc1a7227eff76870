package org.cellist.kernel.runtime.ssh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.apache.sshd.client.channel.ChannelDirectTcpip;

/// A channel through an SSH connection as bytes of this program's, with no port of this machine in
/// between. Takes buffers that have arrays.
///
/// One reader and one writer at a time; any thread closes.
final class ChannelBytes implements ByteChannel {

    private final ChannelDirectTcpip channel;
    private final InputStream in;
    private final OutputStream out;

    /// Takes over an open channel.
    ChannelBytes(ChannelDirectTcpip channel) {
        this.channel = channel;
        this.in = new BufferedInputStream(channel.getInvertedOut(), 64 << 10);
        this.out = channel.getInvertedIn();
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int read = in.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
        if (read > 0) {
            to.position(to.position() + read);
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int size = from.remaining();
        out.write(from.array(), from.arrayOffset() + from.position(), size);
        out.flush();
        from.position(from.limit());
        return size;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        channel.close(true);
    }
}
