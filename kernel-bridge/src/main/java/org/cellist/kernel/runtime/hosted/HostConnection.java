package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.io.OutputStream;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// A way into a host, on which programs are started and ports are reached.
///
/// A port: SSH and containers implement it. Thread-safe. Its methods block, but for [#isOpen] and
/// [#close].
public interface HostConnection extends AutoCloseable {

    /// Returns whether it leads there still.
    boolean isOpen();

    /// Runs a script there with `sh`.
    ///
    /// @param trouble what its programs write to their standard error goes there
    HostStream start(ShellScript script, OutputStream trouble)
            throws HostException, FullException, InterruptedException;

    /// Opens a way to a port of the host's loopback.
    HostStream reach(int port) throws IOException;

    /// Starts the person's shell there, in a terminal.
    ///
    /// @param folder where it begins, if that is there; empty for the person's home
    Terminal terminal(String folder, TerminalSize size)
            throws HostException, FullException, InterruptedException;

    /// Returns whether the host lets nobody through to its ports.
    ///
    /// @param port where somebody listens
    boolean forbidsTunnels(int port);

    /// Ends what is of the least use, so that one more program may be started.
    ///
    /// @return false if there is nothing of that kind
    boolean makeRoom();

    /// Ends it with all that it carries; what was started and has left it runs on.
    @Override
    void close();
}
