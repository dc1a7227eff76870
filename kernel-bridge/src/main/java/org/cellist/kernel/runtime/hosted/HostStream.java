package org.cellist.kernel.runtime.hosted;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Bytes to and from something on a host: a program, or who listens at a port.
///
/// Thread-safe, with one reader and one writer at a time.
public interface HostStream extends AutoCloseable {

    /// Returns what comes from there. Reading holds no carrier of virtual threads.
    InputStream in();

    /// Returns what takes what is to go there.
    OutputStream out();

    /// Returns whether it leads there still.
    boolean isOpen();

    /// Waits until the other end has closed it.
    void awaitEnd(Duration patience);

    /// What is at the other end sees the end of its input, behind all that was sent. That is told
    /// it, and not waited for.
    @Override
    void close();

    /// Ends it at once, here at least.
    void abort();
}
