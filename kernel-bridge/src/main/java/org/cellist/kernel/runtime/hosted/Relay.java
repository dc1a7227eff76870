package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/// A way to a port of a host's loopback where a connection can start programs only: one of ours
/// copies between that port and its standard streams.
///
/// Thread-safe, with one reader and one writer at a time.
public final class Relay implements HostStream {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HostStream program;
    private final InputStream in;

    Relay(HostStream program, InputStream in) {
        this.program = program;
        this.in = in;
    }

    /// Reaches a port. Blocks.
    ///
    /// @throws IOException if nobody listens there, or the program does not run
    public static HostStream reach(HostConnection way, int port) throws IOException {
        try {
            return HostTalk.relay(way, port, PATIENCE);
        } catch (HostException | FullException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var thrown = new InterruptedIOException("interrupted");
            thrown.initCause(e);
            throw thrown;
        }
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return program.out();
    }

    @Override
    public boolean isOpen() {
        return program.isOpen();
    }

    @Override
    public void awaitEnd(Duration patience) {
        program.awaitEnd(patience);
    }

    @Override
    public void close() {
        program.close();
    }

    @Override
    public void abort() {
        program.abort();
    }
}
