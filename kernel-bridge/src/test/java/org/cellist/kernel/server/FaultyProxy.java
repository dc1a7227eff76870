package org.cellist.kernel.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;

/// A way to a server that breaks when a test says so. Connections that are made later are whole.
///
/// Thread-safe.
public final class FaultyProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 14;

    /// In each direction; a client that waits 800 ms for an answer has none by then.
    private static final Duration LATE = Duration.ofMillis(450);

    private final ServerSocket socket;
    private final int target;
    private final Set<Pipe> pipes = ConcurrentHashMap.newKeySet();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    /// What happens to the connections of the moment. Immutable.
    public enum Fault {
        /// Both ends are reset.
        RESET,
        /// Nothing passes any more, in either direction, and nobody is told.
        BLACKHOLE,
        /// The server's end is closed; the client is told nothing.
        HALF_OPEN,
        /// What the server says is lost; what the client says arrives.
        DEAF,
        /// What the client says is lost; what the server says arrives.
        DUMB,
        /// All arrives, but late: so late that the client may give the connection up meanwhile.
        DELAY
    }

    public FaultyProxy(ServerAddress server) throws IOException {
        target = server.base().getPort();
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("faulty-proxy").start(this::serve);
    }

    public ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
    }

    public void strike(Fault fault) {
        for (var pipe : pipes) {
            pipe.strike(fault);
        }
        if (fault != Fault.DELAY) {
            pipes.clear(); // a late one can break yet
        }
    }

    /// Has every connection reset, once, when so many bytes more have passed.
    public void resetAfter(long bytes) {
        left.set(bytes);
    }

    private void count(int bytes) {
        if (left.addAndGet(-bytes) < 0) {
            left.set(Long.MAX_VALUE);
            strike(Fault.RESET);
        }
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                var server = new Socket();
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                var pipe = new Pipe(client, server);
                pipes.add(pipe);
                Thread.ofVirtual().start(() -> pipe.pump(client, server, Fault.DUMB));
                Thread.ofVirtual().start(() -> pipe.pump(server, client, Fault.DEAF));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        strike(Fault.RESET);
    }

    /// One connection. Thread-safe.
    private final class Pipe {

        private final Socket client;
        private final Socket server;
        private volatile @Nullable Fault fault;

        Pipe(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void strike(Fault what) {
            fault = what;
            switch (what) {
                case RESET -> {
                    reset(client);
                    reset(server);
                }
                case HALF_OPEN -> reset(server);
                case BLACKHOLE, DEAF, DUMB, DELAY -> {}
            }
        }

        private void reset(Socket socket) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException _) {
                // closed already
            }
        }

        private static boolean passes(@Nullable Fault now, Fault swallows) {
            return switch (now) {
                case null -> true;
                case DELAY -> true;
                case DEAF, DUMB -> now != swallows;
                case RESET, BLACKHOLE, HALF_OPEN -> false;
            };
        }

        /// @param swallows the fault at which this direction's bytes vanish
        void pump(Socket from, Socket to, Fault swallows) {
            var bytes = new byte[BUFFER];
            try {
                for (int n = from.getInputStream().read(bytes);
                        n >= 0;
                        n = from.getInputStream().read(bytes)) {
                    var now = fault;
                    if (now == Fault.DELAY) {
                        LockSupport.parkNanos(LATE.toNanos());
                    }
                    if (passes(now, swallows)) {
                        to.getOutputStream().write(bytes, 0, n);
                        count(n);
                    }
                }
            } catch (IOException _) {
                // struck, or ended
            }
            if (fault == null || fault == Fault.DELAY) {
                reset(from);
                reset(to);
            }
        }
    }
}
