package org.cellist.kernel.runtime.hosted;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/// A way to a host's port as bytes of this program's, with no port of this machine in
/// between. Takes buffers that have arrays.
///
/// One reader and one writer at a time; any thread closes.
final class ChannelBytes implements ByteChannel {

    private final HostStream stream;
    private final InputStream in;
    private final OutputStream out;

    /// Takes over an open way.
    ChannelBytes(HostStream stream) {
        this.stream = stream;
        this.in = new BufferedInputStream(stream.in(), 64 << 10);
        this.out = stream.out();
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
        return stream.isOpen();
    }

    @Override
    public void close() {
        stream.abort();
    }
}
