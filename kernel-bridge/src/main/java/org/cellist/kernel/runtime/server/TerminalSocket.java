package org.cellist.kernel.runtime.server;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to a terminal that is elsewhere, over a WebSocket ([TerminalWire]).
///
/// The next message is asked for when somebody has read the last one, so that TCP holds a server
/// back whose program floods. Pongs come among the messages: silence counts only while they are
/// asked for. A ping says how many messages were sent before it; what it brings back has arrived.
///
/// Thread-safe. What comes is called by the HTTP client, one call at a time.
final class TerminalSocket implements WebSocket.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalSocket.class);
    private static final int LONGEST_MESSAGE = 16 << 20;

    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final CompletableFuture<Reader> reader = new CompletableFuture<>();
    private final TerminalWire wire;
    private final ReentrantLock turn = new ReentrantLock();
    private final StringBuilder text = new StringBuilder(); // one call at a time
    private @Nullable WebSocket socket; // guarded by this, as all below
    private boolean isPaused = true;
    private boolean isPinging;
    private long heardAt = System.nanoTime();
    private long sent;
    private long arrived;
    private boolean isClosedInOrder;

    TerminalSocket(TerminalWire wire) {
        this.wire = wire;
    }

    /// Who is told what came.
    interface Reader {

        /// Returns whether the next message is asked for later, by [#next].
        boolean take(String text);

        /// The program has ended.
        void ended();
    }

    /// Begins to ask for messages.
    void begin(Reader wanted) {
        reader.complete(wanted);
        next();
    }

    /// Completes with why, when the connection has ended.
    CompletionStage<String> over() {
        return over;
    }

    /// Waits for the end; returns why, or null if it stands after that time.
    @Nullable String awaitEnd(Duration patience) throws InterruptedException {
        try {
            return over.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (TimeoutException _) {
            return null;
        }
    }

    /// Ends the connection.
    void end(String why) {
        over.complete(why);
        var open = socket();
        if (open != null) {
            open.abort();
        }
    }

    /// Returns whether something was sent of which nobody knows if it arrived.
    synchronized boolean isInDoubt() {
        return sent > arrived;
    }

    /// Returns whether the other side has said that there is nothing more.
    synchronized boolean isClosedInOrder() {
        return isClosedInOrder;
    }

    private synchronized @Nullable WebSocket socket() {
        return socket;
    }

    // ---- what goes

    /// Types, waiting until it has left.
    ///
    /// @return why it has not; null if it has
    @Nullable String type(String typed, Duration patience) throws InterruptedException {
        synchronized (this) {
            sent++;
        }
        var trouble = send(patience, wire.typed(typed));
        if (trouble == null) {
            pingIfNone();
        }
        return trouble;
    }

    /// Tells the size, waiting until that has left.
    ///
    /// @return why it has not; null if it has
    @Nullable String tell(TerminalSize size, Duration patience) throws InterruptedException {
        return send(patience, wire.sized(size));
    }

    /// A connection takes the next message when the last one is gone.
    private @Nullable String send(Duration patience, JsonValue value) throws InterruptedException {
        var message = JsonText.compact(value);
        turn.lockInterruptibly();
        try {
            var open = socket();
            return open == null ? "not open" : await(open.sendText(message, true), patience);
        } finally {
            turn.unlock();
        }
    }

    /// Asks for a sign of life, waiting until the question has left.
    ///
    /// @return why the connection counts as broken; null if it does not
    @Nullable String ping(Duration tolerance) throws InterruptedException {
        var silence = Duration.ofNanos(System.nanoTime() - silentSince());
        if (silence.compareTo(tolerance) > 0) {
            return "nothing was heard for " + silence.toSeconds() + " s";
        }
        var open = socket();
        return open == null ? "not open" : await(open.sendPing(count()), tolerance);
    }

    private synchronized long silentSince() {
        return isPaused ? System.nanoTime() : heardAt;
    }

    private synchronized ByteBuffer count() {
        isPinging = true;
        return ByteBuffer.allocate(Long.BYTES).putLong(0, sent);
    }

    private void pingIfNone() {
        WebSocket open;
        synchronized (this) {
            open = isPinging ? null : socket;
        }
        if (open != null) {
            var _ = open.sendPing(count()); // one that is under way already tells the same later
        }
    }

    private static @Nullable String await(CompletableFuture<WebSocket> sending, Duration patience)
            throws InterruptedException {
        try {
            sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (TimeoutException _) {
            return "nothing could be sent for " + patience.toSeconds() + " s";
        }
    }

    // ---- what comes

    /// Asks for the next message.
    void next() {
        WebSocket open;
        synchronized (this) {
            open = socket;
            isPaused = false;
            heardAt = System.nanoTime();
        }
        if (open != null) {
            open.request(1);
        }
    }

    /// The first message is asked for when there is somebody to take it.
    @Override
    public synchronized void onOpen(WebSocket opened) {
        socket = opened;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        boolean isAwaited = false;
        if (text.length() > LONGEST_MESSAGE) {
            text.setLength(0); // nothing that a terminal shows
        } else if (last) {
            synchronized (this) {
                isPaused = true;
            }
            isAwaited = !over.isDone() && take(text.toString());
            text.setLength(0);
        }
        if (!isAwaited) {
            next();
        }
        return null;
    }

    private boolean take(String message) {
        try {
            var value = RawJson.parse(message.getBytes(StandardCharsets.UTF_8)).value();
            return switch (wire.read(value)) {
                case TerminalWire.Said.Written(var written) ->
                        !written.isEmpty() && reader.join().take(written);
                case TerminalWire.Said.Over _ -> {
                    reader.join().ended();
                    yield false;
                }
                case TerminalWire.Said.Nothing _ -> false;
            };
        } catch (JsonSyntaxException e) {
            LOG.warn("a terminal's message is not JSON: {}", e.toString());
            return false;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        next();
        return null; // the client answers by itself
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        boolean isMoreSent;
        synchronized (this) {
            isPinging = false;
            if (data.remaining() == Long.BYTES) {
                arrived = Math.max(arrived, data.getLong(data.position()));
            }
            isMoreSent = sent > arrived;
        }
        if (isMoreSent) {
            pingIfNone();
        }
        next();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        synchronized (this) {
            isClosedInOrder = status == WebSocket.NORMAL_CLOSURE;
        }
        end(("the server closed the connection: " + status + " " + reason).strip());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(String.valueOf(error.getMessage()));
    }
}
