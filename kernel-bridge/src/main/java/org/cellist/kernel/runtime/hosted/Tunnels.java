package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.runtime.host.HostProblem;

/// The ways to a kernel's five ports.
///
/// Thread-safe.
final class Tunnels implements AutoCloseable {

    private final List<Tunnel> tunnels = new ArrayList<>();
    private final ConnectionInfo here;
    private HostConnection connection; // guarded by this
    private boolean isClosed; // guarded by this

    /// @param there where the kernel listens
    /// @throws HostException if this machine has no port left
    Tunnels(HostConnection connection, ConnectionInfo there) throws HostException {
        this.connection = connection;
        try {
            this.here =
                    new ConnectionInfo(
                            "127.0.0.1",
                            dig(there.shellPort()),
                            dig(there.iopubPort()),
                            dig(there.stdinPort()),
                            dig(there.controlPort()),
                            dig(there.heartbeatPort()),
                            there.key(),
                            there.curve());
        } catch (IOException e) {
            close();
            throw new HostException(new HostProblem.Failed(e.toString()));
        }
    }

    private int dig(int there) throws IOException {
        var tunnel = new Tunnel(() -> connection().reach(there));
        tunnels.add(tunnel);
        return tunnel.port();
    }

    /// Opens a way to another port there, without one here; waits while the connection is broken.
    ByteChannel reach(int there) throws IOException {
        return new ChannelBytes(connection().reach(there));
    }

    /// Returns where the tunnels begin.
    ConnectionInfo here() {
        return here;
    }

    /// Waits while the way is broken: whoever knocks again and again would only make noise.
    private synchronized HostConnection connection() throws IOException {
        try {
            while (!isClosed && !connection.isOpen()) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return connection;
    }

    /// Leads them through another connection.
    synchronized void lead(HostConnection other) {
        connection = other;
        notifyAll();
    }

    @Override
    public void close() {
        tunnels.forEach(Tunnel::close);
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
    }
}
