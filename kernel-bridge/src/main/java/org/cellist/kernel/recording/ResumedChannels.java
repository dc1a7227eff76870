package org.cellist.kernel.recording;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Closed;
import org.cellist.kernel.channel.ChannelEvent.Received;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channels to a kernel that has been running: first what a recorder has, then what
/// comes, each message once and in order.
///
/// # How
///
/// A subscription begins some time after it was asked for, and a kernel at work says nothing that
/// would show when. So the recorder goes on sending what it records. Once a broadcast has come
/// over both ways, the direct one is complete from there on, and the recorder's is closed. Until
/// then what comes directly waits; it is dropped if the recorder sends it too. Either way may be
/// behind the other: after the change-over the direct one is still saying what the recorder has
/// said, until it says the first thing that is new.
///
/// # Threads
///
/// One virtual thread reads the recorder's stream, another the direct channels; both put what comes
/// into one queue. After the change-over the direct channels are read without it.
///
/// Thread-safe; one thread receives at a time.
public final class ResumedChannels implements KernelChannels {

    private static final Logger LOG = LoggerFactory.getLogger(ResumedChannels.class);

    /// Broadcasts that may come before their like on the other way.
    private static final int REMEMBERED = 1 << 16;

    private static final int MOST_WAITING = 1024;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final KernelChannels direct;
    private final RecordSource stream;
    private final MessageCodec codec; // of the thread that reads the stream
    private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch now = new CountDownLatch(1);
    private final Set<String> recorded = newestOnly();
    private final Deque<Received> early = new ArrayDeque<>(); // direct ones
    private final Thread pump;
    private boolean isNow; // what was recorded has been handed out
    private boolean isStreamOver;
    private volatile boolean isDirect;

    /// What came over one of the ways. Immutable.
    private sealed interface Item {

        record Recorded(Received event) implements Item {}

        record Directly(ChannelEvent event) implements Item {}

        record Gap() implements Item {}

        record Now() implements Item {}

        record StreamOver() implements Item {}
    }

    /// Takes over both ways, and reads them at once.
    ///
    /// @param direct what comes now; may lack broadcasts, and then all of them come from the stream
    /// @param codec reads what was recorded
    public ResumedChannels(KernelChannels direct, RecordSource stream, MessageCodec codec) {
        this.direct = direct;
        this.stream = stream;
        this.codec = codec;
        Thread.ofVirtual().name("recorder-log").start(this::readStream);
        this.pump = Thread.ofVirtual().name("recorder-direct").start(this::readDirect);
    }

    private static Set<String> newestOnly() {
        return Collections.newSetFromMap(
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                        return size() > REMEMBERED;
                    }
                });
    }

    private void readStream() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = take(stream.read().iterator());
            }
        } catch (IOException e) {
            LOG.debug("the recorder sends nothing more: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            putEnd();
        }
    }

    private void putEnd() {
        try {
            queue.put(new Item.StreamOver());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean take(Iterator<byte[]> frames) throws InterruptedException {
        var kind = RecordKind.named(frames.next());
        var rest = new ArrayList<byte[]>();
        frames.forEachRemaining(rest::add);
        switch (kind) {
            case IOPUB -> put(Channel.IOPUB, rest);
            case SHELL -> put(Channel.SHELL, rest);
            case STDIN -> put(Channel.STDIN, rest);
            case NOW -> queue.put(new Item.Now());
            case GAP -> queue.put(new Item.Gap());
            case ENDED -> {
                return false;
            }
            case SETTLED, UNKNOWN -> {
                // Nothing for a client, or of a newer recorder.
            }
        }
        return true;
    }

    private void put(Channel channel, List<byte[]> frames) throws InterruptedException {
        switch (codec.decode(frames)) {
            case Decoded.Accepted(var message) ->
                    queue.put(new Item.Recorded(new Received(channel, message)));
            case Decoded.Dropped(var problem) ->
                    LOG.warn("a recorded message is dropped: {}", problem);
        }
    }

    private void readDirect() {
        try {
            while (!isDirect) {
                var event = direct.receive(LOOK);
                if (event.isPresent()) {
                    queue.put(new Item.Directly(event.get()));
                    if (event.get() instanceof Closed) {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until all that was recorded has been taken.
    ///
    /// @return false if that takes longer
    public boolean awaitNow(Duration patience) throws InterruptedException {
        return now.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        direct.send(channel, message);
    }

    @Override
    public void keep(Message<RawJson> message) {
        direct.keep(message);
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        if (isNow) {
            now.countDown();
        }
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            if (isDirect) {
                return afterwards(end);
            }
            var item = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (item == null) {
                return Optional.empty();
            }
            var event = take(item);
            if (event != null) {
                return Optional.of(event);
            }
            if (isNow) {
                now.countDown();
            }
        }
    }

    private @Nullable ChannelEvent take(Item item) {
        switch (item) {
            case Item.Recorded(var event) -> {
                var id = id(event);
                if (event.channel() == Channel.IOPUB) {
                    recorded.add(id);
                }
                if (early.removeIf(each -> id(each).equals(id))) {
                    changeOver();
                }
                return event;
            }
            case Item.Directly(var event) -> {
                return takeDirect(event);
            }
            case Item.Gap _ -> {
                return new ChannelEvent.Unrecorded();
            }
            case Item.Now _ -> isNow = true;
            case Item.StreamOver _ -> {
                isNow = true;
                isStreamOver = true;
                changeOver();
            }
        }
        return null;
    }

    private @Nullable ChannelEvent takeDirect(ChannelEvent event) {
        if (event instanceof Closed && !isStreamOver) {
            return null; // the stream has its last words, and ends too
        }
        if (!(event instanceof Received received) || received.channel() != Channel.IOPUB) {
            return event;
        }
        if (recorded.contains(id(received))) {
            changeOver();
        } else {
            early.add(received);
        }
        return null;
    }

    private static String id(Received event) {
        return event.message().header().msgId().value();
    }

    /// From here on the direct way is complete.
    private void changeOver() {
        isDirect = true;
        stream.close();
        early.removeIf(each -> recorded.contains(id(each)));
    }

    /// Returns what came directly meanwhile, then what comes.
    ///
    /// @param end of the patience, by [System#nanoTime]
    private Optional<ChannelEvent> afterwards(long end) throws InterruptedException {
        var next = early.poll();
        if (next != null) {
            return Optional.of(next);
        }
        while (pump.isAlive() || !queue.isEmpty()) {
            var item = queue.poll(1, TimeUnit.MILLISECONDS);
            var event = item == null ? null : leftOver(item);
            if (event != null) {
                return Optional.of(event);
            }
            if (System.nanoTime() - end >= 0) {
                return Optional.empty();
            }
        }
        return caughtUp(end);
    }

    private Optional<ChannelEvent> caughtUp(long end) throws InterruptedException {
        var event = direct.receive(until(end));
        while (event.isPresent() && !isNew(event.get())) {
            event = direct.receive(until(end));
        }
        return event;
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /// Returns whether the recorder has not sent it. Both ways keep the order of broadcasts, so
    /// nothing after the first new one is known.
    private boolean isNew(ChannelEvent event) {
        if (!(event instanceof Received received) || received.channel() != Channel.IOPUB) {
            return true;
        }
        if (recorded.contains(id(received))) {
            return false;
        }
        recorded.clear();
        return true;
    }

    private @Nullable ChannelEvent leftOver(Item item) {
        return switch (item) {
            case Item.Directly(var event) -> isNew(event) ? event : null;
            case Item.Recorded _, Item.Gap _, Item.Now _, Item.StreamOver _ -> null;
        };
    }

    @Override
    public void closeWhenRead() {
        direct.closeWhenRead();
    }

    @Override
    public void close() {
        isDirect = true;
        stream.close();
        direct.close();
    }
}
