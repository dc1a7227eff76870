package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A port of this machine's loopback that leads to one of a host's, over whatever
/// connection there is at the moment: the port stays while connections come and go.
///
/// The library's own loses what comes before a channel is open, and ends with its session.
///
/// Thread-safe.
final class Tunnel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);
    private static final int CHUNK = 64 << 10;
    private static final int WAITING = 8;

    private final ServerSocket listener;
    private final Other other;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// The other end.
    interface Other {

        /// Opens a way to the port there; may wait for the connection.
        HostStream open() throws IOException;
    }

    /// Listens from now on.
    ///
    /// @throws IOException if there is no free port
    Tunnel(Other other) throws IOException {
        this.other = other;
        this.listener = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("tunnel-" + port()).start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("tunnel-out").start(() -> serve(socket));
            }
        } catch (IOException _) {
            LOG.debug("tunnel {} is closed", port());
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var there = other.open()) {
            socket.setTcpNoDelay(true);
            var back = there.in();
            Thread.ofVirtual().name("tunnel-in").start(() -> pump(back, socket));
            pump(socket.getInputStream(), there.out());
        } catch (IOException e) {
            LOG.debug("no way through tunnel {}: {}", port(), e.toString());
        } finally {
            open.remove(socket);
        }
    }

    /// The end of one direction is the end of both: nothing that we tunnel speaks after it.
    private static void pump(InputStream from, Socket to) {
        try (to) {
            pump(from, to.getOutputStream());
        } catch (IOException e) {
            LOG.debug("a tunnel's end: {}", e.toString());
        }
    }

    private static void pump(InputStream from, OutputStream to) throws IOException {
        var chunk = new byte[CHUNK];
        for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
            to.write(chunk, 0, read);
            to.flush();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
        open.forEach(Tunnel::close);
    }
}
