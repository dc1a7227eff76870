package org.cellist.kernel.server;

import java.io.IOException;
import java.io.InputStream;
import org.cellist.kernel.runtime.terminal.Terminal;

/// What a terminal writes, as a stream. Confined to one reader.
final class TerminalStream extends InputStream {

    private final Terminal terminal;

    TerminalStream(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var some = new byte[length];
        int read = terminal.read(some);
        if (read > 0) {
            System.arraycopy(some, 0, into, from, read);
        }
        return read;
    }
}
