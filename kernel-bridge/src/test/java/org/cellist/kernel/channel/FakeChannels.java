package org.cellist.kernel.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// A kernel's channels without a kernel: a test says what it sends, and takes what was sent to
/// it. Time passes when the test says so.
///
/// Thread-safe.
public final class FakeChannels implements KernelChannels {

    private static final long TEST_PATIENCE_SECONDS = 120;

    private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicLong counter = new AtomicLong();
    private final Semaphore renewals = new Semaphore(0);
    private volatile boolean isClosed;

    public FakeChannels() {}

    /// What the client sent. Immutable.
    public record Sent(Channel channel, Message<RawJson> message) {

        public MessageHeader header() {
            return message.header();
        }

        public String type() {
            return message.header().messageType();
        }
    }

    /// What comes after a time of silence; nothing but the silence if the event is null.
    private record Letter(@Nullable ChannelEvent event, Duration silence) {}

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        if (channel == Channel.IOPUB) {
            throw new IllegalArgumentException("clients do not send on iopub");
        }
        if (isClosed) {
            throw new ClosedChannelsException();
        }
        sent.add(new Sent(channel, message));
    }

    @Override
    public void renew() {
        renewals.release();
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        var letter = letters.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (letter == null) {
            return isClosed ? Optional.of(new ChannelEvent.Closed()) : Optional.empty();
        }
        nanoTime.addAndGet(letter.silence().toNanos());
        if (letter.event() instanceof ChannelEvent.Closed) {
            letters.add(letter); // for ever
        }
        return Optional.ofNullable(letter.event());
    }

    @Override
    public void closeWhenRead() {
        close();
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            put(new ChannelEvent.Closed());
        }
    }

    /// Returns the time by the clock that the silences turn.
    public long nanoTime() {
        return nanoTime.get();
    }

    /// Takes the next thing that the client sent.
    public Sent sent() throws InterruptedException {
        var next = sent.poll(TEST_PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the client sent nothing");
        }
        return next;
    }

    /// Takes the next thing that the client sent, which must be of that type.
    public Sent sent(String type) throws InterruptedException {
        var next = sent();
        if (!next.type().equals(type)) {
            throw new AssertionError("the client sent " + next.type() + ", not " + type);
        }
        return next;
    }

    /// Waits until the client wants another connection.
    public void awaitRenewal() throws InterruptedException {
        if (!renewals.tryAcquire(TEST_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the client is content with its connection");
        }
    }

    /// Returns whether the client wants another connection.
    public boolean isToBeRenewed() {
        return renewals.availablePermits() > 0;
    }

    /// Returns whether the client has sent something that was not taken yet.
    public boolean hasSent() {
        return !sent.isEmpty();
    }

    /// The kernel says nothing for that time.
    public void silence(Duration time) {
        letters.add(new Letter(null, time));
    }

    /// Any event.
    public void put(ChannelEvent event) {
        letters.add(new Letter(event, Duration.ZERO));
    }

    /// The kernel sends a message.
    ///
    /// @param parent null when it speaks by itself
    public void say(Channel channel, @Nullable MessageHeader parent, String type, String content) {
        put(new ChannelEvent.Received(channel, message(parent, type, content)));
    }

    /// The kernel broadcasts.
    public void broadcast(Sent request, String type, String content) {
        say(Channel.IOPUB, request.header(), type, content);
    }

    /// The kernel broadcasts what it does now because of a request.
    public void status(Sent request, String state) {
        broadcast(request, "status", "{\"execution_state\":\"" + state + "\"}");
    }

    /// The kernel answers on the channel of the request.
    public void reply(Sent request, String content) {
        var type = request.type().replace("_request", "_reply");
        say(request.channel(), request.header(), type, content);
    }

    /// Frames were dropped.
    public void drop(Channel channel, FrameProblem problem) {
        put(new ChannelEvent.Dropped(channel, problem));
    }

    private Message<RawJson> message(@Nullable MessageHeader parent, String type, String content) {
        var header =
                new MessageHeader(
                        new MessageId("kernel-" + counter.incrementAndGet()),
                        new ClientSessionId("kernel"),
                        "kernel",
                        null,
                        type,
                        "5.4",
                        null);
        try {
            var raw = RawJson.parse(content.getBytes(StandardCharsets.UTF_8));
            return new Message<>(header, parent, RawJson.EMPTY_OBJECT, raw, List.of());
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(content, e);
        }
    }
}
