package org.cellist.kernel.channel.websocket;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.Mailbox;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.cellist.kernel.protocol.wire.WebSocketCodec;
import org.cellist.kernel.protocol.wire.WebSocketCodec.Payload;
import org.cellist.kernel.protocol.wire.WebSocketProtocol;
import org.jspecify.annotations.Nullable;

/// Reads one connection: puts its pieces together, decodes them, fills the mailbox.
///
/// Asks for the next piece only while the mailbox has room. Pongs come among the pieces, so
/// that silence counts only while pieces are asked for.
///
/// Called by the HTTP client, one call at a time; [#resume], [#end] and [#silentSince] are
/// thread-safe.
final class SocketReader implements WebSocket.Listener {

    private final Mailbox mailbox;
    private final Runnable ended;
    private final Object lock = new Object();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // one call at a time
    private StringBuilder text = new StringBuilder(); // one call at a time
    private boolean isTooLarge; // one call at a time
    private WebSocketProtocol protocol = WebSocketProtocol.JSON; // one call at a time
    private @Nullable WebSocket socket; // guarded by lock
    private boolean isPaused; // guarded by lock
    private volatile boolean isOver;
    private @Nullable String end; // guarded by lock
    private long heardAt = System.nanoTime(); // guarded by lock

    /// @param ended told once, when the connection has ended
    SocketReader(Mailbox mailbox, Runnable ended) {
        this.mailbox = mailbox;
        this.ended = ended;
    }

    @Override
    public void onOpen(WebSocket opened) {
        protocol = WebSocketProtocol.named(opened.getSubprotocol()).orElse(WebSocketProtocol.JSON);
        synchronized (lock) {
            socket = opened;
            heardAt = System.nanoTime();
        }
        opened.request(1);
    }

    /// Returns how the connection ended; null while it stands.
    @Nullable String end() {
        synchronized (lock) {
            return end;
        }
    }

    /// Puts nothing into the mailbox any more.
    void stop() {
        isOver = true;
    }

    /// Returns since when nothing has come, as [System#nanoTime] says; now, while nothing is
    /// asked for.
    long silentSince() {
        synchronized (lock) {
            return isPaused ? System.nanoTime() : heardAt;
        }
    }

    /// There is room in the mailbox.
    void resume() {
        WebSocket waiting;
        synchronized (lock) {
            waiting = isPaused ? socket : null;
            isPaused = false;
            heardAt = System.nanoTime();
        }
        if (waiting != null) {
            waiting.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (hasRoomFor(text.length() + (long) data.length())) {
            text.append(data);
        }
        if (last) {
            var whole = text.toString().getBytes(StandardCharsets.UTF_8);
            text = new StringBuilder();
            arrived(new Payload(whole, true));
        }
        next();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (hasRoomFor(bytes.size() + (long) data.remaining())) {
            var piece = new byte[data.remaining()];
            data.get(piece);
            bytes.writeBytes(piece);
        }
        if (last) {
            var whole = bytes.toByteArray();
            bytes = new ByteArrayOutputStream();
            arrived(new Payload(whole, false));
        }
        next();
        return null;
    }

    /// Of a message beyond the limit the rest is read and forgotten.
    private boolean hasRoomFor(long size) {
        isTooLarge |= size > MessageCodec.MAX_MESSAGE_BYTES;
        return !isTooLarge;
    }

    private void arrived(Payload payload) {
        ChannelEvent event;
        if (isTooLarge) {
            event = new ChannelEvent.Dropped(Channel.IOPUB, FrameProblem.TOO_LARGE);
        } else {
            var arrived = WebSocketCodec.decode(protocol, payload);
            event =
                    switch (arrived.decoded()) {
                        case Decoded.Accepted(var message) ->
                                new ChannelEvent.Received(arrived.channel(), message);
                        case Decoded.Dropped(var problem) ->
                                new ChannelEvent.Dropped(arrived.channel(), problem);
                    };
        }
        isTooLarge = false;
        if (!isOver) {
            mailbox.put(event, payload.bytes().length);
        }
    }

    /// Pauses, and goes on at once if there is room; else [#resume] is called when there is,
    /// perhaps already while we look.
    private void next() {
        synchronized (lock) {
            isPaused = true;
        }
        if (isOver || mailbox.hasRoom()) {
            resume();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        next();
        return null; // the client answers by itself
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        next();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        over(("the server closed the connection: " + status + " " + reason).strip());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        over(String.valueOf(error.getMessage()));
    }

    private void over(String how) {
        synchronized (lock) {
            end = how;
        }
        ended.run();
    }
}
