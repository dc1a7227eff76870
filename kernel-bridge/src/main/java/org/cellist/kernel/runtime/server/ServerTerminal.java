package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.channel.websocket.Dialer.Dialed;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A terminal of a Jupyter server, over a WebSocket ([TerminalWire]). Nobody tells what the shell
/// returned.
///
/// The next message is asked for when the one before is read, so that TCP holds a server back
/// whose program floods.
///
/// Thread-safe, with one reader at a time.
final class ServerTerminal implements Terminal {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTerminal.class);
    private static final Duration SEND_PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_MESSAGE = 16 << 20;
    private static final byte[] NO_MORE = {};

    private final TerminalWire wire;
    private final Ending ending;
    private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();
    private final Object sending = new Object();
    private final WebSocket socket;
    private ByteBuffer left = ByteBuffer.allocate(0); // confined to the reader

    /// Ends the terminal on its server.
    interface Ending {
        void end() throws ServerException, InterruptedException;
    }

    private ServerTerminal(WebSocket socket, TerminalWire wire, Listener listener, Ending ending) {
        this.socket = socket;
        this.wire = wire;
        this.ending = ending;
        listener.terminal.complete(this);
    }

    /// Connects to a terminal.
    ///
    /// @param ending what ends it on the server
    static ServerTerminal open(
            SocketDialer dialer, TerminalWire wire, Ending ending, TerminalSize size)
            throws ServerException, InterruptedException {
        var listener = new Listener();
        return switch (dialer.dial(listener)) {
            case Dialed.Open(var socket) -> {
                var terminal = new ServerTerminal(socket, wire, listener, ending);
                try {
                    terminal.resize(size);
                } catch (IOException e) {
                    throw new ServerException(
                            new ServerProblem.Unreachable(ServerException.words(e)));
                }
                socket.request(1);
                yield terminal;
            }
            case Dialed.Failed(var why) ->
                    throw new ServerException(new ServerProblem.Unreachable(why));
            case Dialed.Refused(var why) ->
                    throw new ServerException(new ServerProblem.Unreachable(why));
        };
    }

    // ---- what comes

    /// Puts the pieces of messages together. Called by the HTTP client, one call at a time.
    private static final class Listener implements WebSocket.Listener {

        private final CompletableFuture<ServerTerminal> terminal = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        /// The first message is asked for when there is somebody to take it.
        @Override
        public void onOpen(WebSocket socket) {
            LOG.debug("a terminal's socket is open");
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            boolean isAwaited = false;
            if (text.length() > LONGEST_MESSAGE) {
                text.setLength(0); // nothing that a terminal shows
            } else if (last) {
                isAwaited = terminal.join().take(text.toString());
                text.setLength(0);
            }
            if (!isAwaited) {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            over(
                    status == WebSocket.NORMAL_CLOSURE
                            ? new TerminalEnd.Ended()
                            : new TerminalEnd.Lost((status + " " + reason).strip()));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            over(new TerminalEnd.Lost(String.valueOf(error.getMessage())));
        }

        private void over(TerminalEnd how) {
            var _ = terminal.thenAccept(it -> it.over(how));
        }
    }

    /// Returns whether a reader has to take what came before the next message is asked for.
    private boolean take(String message) {
        try {
            var value = RawJson.parse(message.getBytes(StandardCharsets.UTF_8)).value();
            return switch (wire.read(value)) {
                case TerminalWire.Said.Written(var written) ->
                        !written.isEmpty() && arrived.add(written.getBytes(StandardCharsets.UTF_8));
                case TerminalWire.Said.Over _ -> {
                    over(new TerminalEnd.Ended());
                    yield false;
                }
                case TerminalWire.Said.Nothing _ -> false;
            };
        } catch (JsonSyntaxException e) {
            LOG.warn("a terminal's message is not JSON: {}", e.toString());
            return false;
        }
    }

    private void over(TerminalEnd how) {
        if (end.complete(how)) {
            arrived.add(NO_MORE);
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (!left.hasRemaining()) {
            try {
                var next = arrived.take();
                if (next.length == 0) {
                    arrived.add(next); // for whoever reads again
                    return -1;
                }
                left = ByteBuffer.wrap(next);
                socket.request(1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        int size = Math.min(into.length, left.remaining());
        left.get(into, 0, size);
        return size;
    }

    // ---- what goes

    @Override
    public void write(byte[] typed) throws IOException {
        send(wire.typed(new String(typed, StandardCharsets.UTF_8)));
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        send(wire.sized(size));
    }

    private void send(JsonValue value) throws IOException {
        var message = JsonText.compact(value);
        synchronized (sending) { // a socket takes the next message when the last one is gone
            try {
                socket.sendText(message, true).get(SEND_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (TimeoutException e) {
                throw new IOException("the server takes nothing", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    @Override
    public Work work() {
        return end.isDone() ? Work.NONE : Work.UNKNOWN;
    }

    @Override
    public CompletionStage<TerminalEnd> end() {
        return end.minimalCompletionStage();
    }

    /// Ends the terminal on the server, too: nobody would find it there.
    @Override
    public void close() {
        Thread.ofVirtual().name("server-terminal-close").start(this::endThere);
    }

    private void endThere() {
        try {
            ending.end();
        } catch (ServerException e) {
            LOG.warn("A server keeps a terminal: {}", e.problem());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            over(new TerminalEnd.Ended());
            socket.abort();
        }
    }
}
