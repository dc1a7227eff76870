package org.cellist.kernel.channel.websocket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.Mailbox;
import org.cellist.kernel.channel.websocket.Dialer.Dialed;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.WebSocketCodec;
import org.cellist.kernel.protocol.wire.WebSocketProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of one kernel's WebSockets, one after the other: sends, pings, dials again.
///
/// Thread-safe; [#run] is for one thread, on which it stays until the end.
final class WebSocketLoop {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketLoop.class);

    /// How long a server may take to say the last words and to agree to the end.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /// A wait that is worth telling of; shorter ones are over before anybody has read of them.
    private static final Duration WHILE = Duration.ofSeconds(2);

    private final Dialer dialer;
    private final HeartbeatPolicy pings;
    private final LinkedBlockingDeque<Task> tasks = new LinkedBlockingDeque<>();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final AtomicReference<@Nullable SocketReader> current = new AtomicReference<>();
    private final CompletableFuture<String> refused = new CompletableFuture<>();
    private final Mailbox mailbox = new Mailbox(this::resume);

    WebSocketLoop(Dialer dialer, HeartbeatPolicy pings) {
        this.dialer = dialer;
        this.pings = pings;
    }

    /// One connection. Immutable.
    record Link(WebSocket socket, SocketReader reader) {}

    enum Ending {
        NOW,
        WHEN_READ
    }

    /// What the loop waits for.
    private sealed interface Task {

        record Send(Channel channel, Message<RawJson> message) implements Task {}

        /// Something else has changed.
        record Look() implements Task {}

        /// Waiting for the next try is over.
        record Hurry() implements Task {}

        /// The connection is to be given up for another.
        record Renew() implements Task {}
    }

    Mailbox mailbox() {
        return mailbox;
    }

    CompletionStage<String> refused() {
        return refused;
    }

    /// Puts a message at the end of what is to be sent; returns false once the end has begun.
    boolean put(Channel channel, Message<RawJson> message) {
        if (ending.get() != null) {
            return false;
        }
        tasks.add(new Task.Send(channel, message));
        return true;
    }

    void hurry() {
        tasks.addFirst(new Task.Hurry());
    }

    void renew() {
        tasks.addFirst(new Task.Renew());
    }

    /// Begins the end; the mailbox ends at once or when all is read.
    void end(Ending how) {
        boolean isFirst = ending.compareAndSet(null, how);
        boolean isSooner = how == Ending.NOW && ending.getAndSet(how) != Ending.NOW;
        if (how == Ending.NOW) {
            mailbox.end();
        }
        if (isFirst || isSooner) {
            tasks.addFirst(new Task.Look());
        }
    }

    SocketReader newReader() {
        var reader = new SocketReader(mailbox, () -> tasks.addFirst(new Task.Look()));
        current.set(reader);
        return reader;
    }

    private void resume() {
        var reader = current.get();
        if (reader != null) {
            reader.resume();
        }
    }

    /// Serves connections until the end.
    void run(Link first) {
        try {
            Link link = first;
            while (link != null) {
                var why = serve(link);
                if (ending.get() != null) {
                    leave(link);
                    return;
                }
                link.reader().stop();
                link.socket().abort();
                LOG.info("The connection to a kernel broke: {}", why);
                mailbox.put(new ChannelEvent.Disconnected(why, false), 0);
                link = dialAgain();
                if (link != null) {
                    LOG.info("The connection to a kernel is back");
                    mailbox.put(new ChannelEvent.Reconnected(), 0);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ending.compareAndSet(null, Ending.NOW);
            mailbox.end();
        }
    }

    /// Sends and pings until the connection breaks or the end begins; returns why it broke.
    private String serve(Link link) throws InterruptedException {
        long nextPing = System.nanoTime() + pings.period().toNanos();
        while (true) {
            var task = tasks.poll(nextPing - System.nanoTime(), TimeUnit.NANOSECONDS);
            var end = link.reader().end();
            if (end != null || ending.get() != null) {
                keep(task);
                return end == null ? "" : end;
            }
            if (task instanceof Task.Renew) {
                dialer.renew();
                return "what is sent does not arrive";
            }
            var broken = task instanceof Task.Send send ? send(link.socket(), send) : null;
            if (broken == null && System.nanoTime() - nextPing >= 0) {
                nextPing = System.nanoTime() + pings.period().toNanos();
                broken = ping(link);
            }
            if (broken != null) {
                return broken;
            }
        }
    }

    private void keep(@Nullable Task task) {
        if (task instanceof Task.Send) {
            tasks.addFirst(task);
        }
    }

    private @Nullable String send(WebSocket socket, Task.Send send) throws InterruptedException {
        var protocol =
                WebSocketProtocol.named(socket.getSubprotocol()).orElse(WebSocketProtocol.JSON);
        var payload = WebSocketCodec.encode(protocol, send.channel(), send.message());
        return await(
                payload.isText()
                        ? socket.sendText(new String(payload.bytes(), StandardCharsets.UTF_8), true)
                        : socket.sendBinary(ByteBuffer.wrap(payload.bytes()), true),
                pings.tolerance());
    }

    private @Nullable String ping(Link link) throws InterruptedException {
        var silence = Duration.ofNanos(System.nanoTime() - link.reader().silentSince());
        return silence.compareTo(pings.tolerance()) > 0
                ? "nothing was heard for " + silence.toSeconds() + " s"
                : await(link.socket().sendPing(ByteBuffer.allocate(0)), pings.tolerance());
    }

    /// Waits until it has left; returns why it has not, or null.
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

    /// Dials until there is a connection; null when there will be none.
    private @Nullable Link dialAgain() throws InterruptedException {
        for (int failures = 0; ; failures++) {
            var time = Backoff.after(failures, ThreadLocalRandom.current().nextDouble());
            if (time.compareTo(WHILE) > 0) {
                mailbox.put(new ChannelEvent.Retrying(Instant.now().plus(time)), 0);
            }
            pause(time);
            if (ending.get() != null) {
                return null;
            }
            var reader = newReader();
            switch (dialer.dial(reader)) {
                case Dialed.Open(var socket) -> {
                    return new Link(socket, reader);
                }
                case Dialed.Failed(var why) -> LOG.debug("No connection to a kernel: {}", why);
                case Dialed.Refused(var why) -> {
                    LOG.info("The server has let a kernel's connection go: {}", why);
                    refused.complete(why);
                    return null;
                }
            }
        }
    }

    /// Waits, unless the end begins or somebody is in a hurry. What is to be sent stays.
    private void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        var waiting = new LinkedBlockingDeque<Task>();
        try {
            long left = time.toNanos();
            while (left > 0 && ending.get() == null) {
                switch (tasks.poll(left, TimeUnit.NANOSECONDS)) {
                    case Task.Send send -> waiting.add(send);
                    case Task.Hurry _ -> left = 0;
                    case Task.Look _, Task.Renew _ -> left = end - System.nanoTime();
                    case null -> left = 0;
                }
                left = Math.min(left, end - System.nanoTime());
            }
        } finally {
            while (!waiting.isEmpty()) {
                tasks.addFirst(waiting.removeLast());
            }
        }
    }

    /// Says goodbye; with [Ending#WHEN_READ] the server's goodbye comes after all it had to
    /// say.
    private void leave(Link link) throws InterruptedException {
        if (link.reader().end() == null) {
            await(link.socket().sendClose(WebSocket.NORMAL_CLOSURE, ""), FAREWELL);
            long end = System.nanoTime() + FAREWELL.toNanos();
            while (ending.get() == Ending.WHEN_READ
                    && link.reader().end() == null
                    && System.nanoTime() < end) {
                tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }
        link.socket().abort();
    }
}
