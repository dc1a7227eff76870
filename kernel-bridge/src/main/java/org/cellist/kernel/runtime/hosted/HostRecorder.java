package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.Packets;
import org.cellist.kernel.recording.RecordKind;
import org.cellist.kernel.recording.RecordSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the recorder of a kernel on another machine: what the kernel says comes from there,
/// and what it is asked goes there, each once and in order, through any number of breaks.
///
/// What is sent has a number and is kept until the recorder has taken it; what comes has one too,
/// and after a break the recorder goes on behind the last that came.
///
/// Thread-safe; one thread reads. Sending returns at once: a thread of its own writes.
final class HostRecorder implements RecordSource {

    private static final Logger LOG = LoggerFactory.getLogger(HostRecorder.class);
    private static final String TAKEN = "TAKEN";
    private static final Duration GREETING_PATIENCE = Duration.ofSeconds(20);
    private static final Duration HELD_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(1);

    /// Who says nothing for three times as long is taken for gone.
    private static final Duration HERE = Duration.ofSeconds(4);

    /// A client that said nothing for that long may be gone: it is worth waiting.
    private static final long LONG_SILENT_SECONDS = 6;

    /// One that leaves now is heard of in a moment.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Way way;
    private final String secret;
    private final String token = UUID.randomUUID().toString();
    private final ConcurrentSkipListMap<Long, List<byte[]>> untaken = new ConcurrentSkipListMap<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private long number; // guarded by this
    private long written; // guarded by this; over the way that there is
    private @Nullable Packets packets; // guarded by this; null while the way is broken
    private boolean isClosed; // guarded by this
    private volatile long got; // the number of the newest record that came

    /// The way to where it listens.
    interface Way {

        /// Takes it; waits while the connection to the machine is broken.
        ByteChannel open() throws IOException;
    }

    private HostRecorder(Way way, String secret) {
        this.way = way;
        this.secret = secret;
    }

    /// Comes to a recorder as a new client.
    ///
    /// @return empty if it cannot be reached, or another client is there
    static Optional<HostRecorder> begin(Way way, String secret) throws InterruptedException {
        var recorder = new HostRecorder(way, secret);
        long begin = System.nanoTime();
        try {
            var coming = recorder.comes();
            while (coming != Coming.THERE) {
                var patience = coming == Coming.HELD ? MOMENT : HELD_PATIENCE;
                if (System.nanoTime() - begin >= patience.toNanos()) {
                    throw new IOException("another client is there");
                }
                recorder.pause(PAUSE);
                coming = recorder.comes();
            }
            return Optional.of(recorder);
        } catch (IOException e) {
            LOG.debug("no recorder: {}", e.toString());
            recorder.close();
            return Optional.empty();
        }
    }

    private enum Coming {
        THERE,
        /// Another client is there.
        HELD,
        /// Another client is there, or is not any more.
        PERHAPS
    }

    private Coming comes() throws IOException {
        var fresh = new Packets(way.open());
        boolean isThere = false;
        var patience = new CompletableFuture<Void>();
        var _ =
                patience.orTimeout(GREETING_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .exceptionally(_ -> closed(fresh));
        try {
            var hello = Fields.with(JsonObject.EMPTY, "secret", secret);
            hello = Fields.with(hello, "token", token);
            fresh.write(Fields.with(hello, "after", got));
            var answer = Packets.object(fresh.read().getFirst());
            var refusal = answer.string("error");
            if (refusal != null) {
                boolean isLong = Fields.number(answer, "silent", 0) > LONG_SILENT_SECONDS;
                return isLong ? Coming.PERHAPS : Coming.HELD;
            }
            forgetTaken(Fields.number(answer, "taken", 0));
            use(fresh);
            isThere = true;
            return Coming.THERE;
        } finally {
            patience.complete(null);
            if (!isThere) {
                fresh.close();
            }
        }
    }

    private static @Nullable Void closed(Packets packets) {
        packets.close();
        return null;
    }

    private synchronized void use(Packets fresh) throws IOException {
        if (isClosed) {
            throw new IOException("nobody wants it any more");
        }
        packets = fresh;
        written = 0;
        Thread.ofVirtual().name("host-recorder-write").start(() -> write(fresh));
    }

    private synchronized void pause(Duration longest) throws InterruptedException {
        if (!isClosed) {
            TimeUnit.NANOSECONDS.timedWait(this, longest.toNanos());
        }
    }

    /// It is there again, if it was away: who waits to come to it comes now.
    synchronized void hurry() {
        notifyAll();
    }

    @Override
    public List<byte[]> read() throws IOException, InterruptedException {
        while (true) {
            var from = connected();
            try {
                var record = record(from.read());
                if (record != null) {
                    return record;
                }
            } catch (IOException e) {
                LOG.debug("the way to a recorder is broken: {}", e.toString());
                drop(from);
            }
        }
    }

    private Packets connected() throws IOException, InterruptedException {
        for (var pause = PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            synchronized (this) {
                if (isClosed) {
                    throw new IOException("nobody wants it any more");
                }
                if (packets != null) {
                    return packets;
                }
            }
            try {
                if (comes() == Coming.THERE) {
                    continue;
                }
            } catch (IOException e) {
                LOG.debug("not yet: {}", e.toString());
            }
            pause(pause);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private synchronized void drop(Packets broken) {
        broken.close();
        if (broken.equals(packets)) {
            packets = null;
            notifyAll();
        }
    }

    /// @return kind and frames; null if it is no record
    private @Nullable List<byte[]> record(List<byte[]> packet) throws IOException {
        if (packet.size() < 2) {
            throw new IOException("not a record");
        }
        long count = number(packet.get(1));
        if (new String(packet.getFirst(), StandardCharsets.US_ASCII).equals(TAKEN)) {
            forgetTaken(count);
            return null;
        }
        got = Math.max(got, count);
        var record = new ArrayList<byte[]>(packet.size() - 1);
        record.add(packet.getFirst());
        record.addAll(packet.subList(2, packet.size()));
        if (RecordKind.named(packet.getFirst()) == RecordKind.ENDED) {
            add(order("done"), List.of());
            finished.complete(null);
        }
        return record;
    }

    private static long number(byte[] frame) throws IOException {
        try {
            return Long.parseLong(new String(frame, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new IOException("not a record", e);
        }
    }

    private synchronized void forgetTaken(long upTo) {
        untaken.headMap(upTo, true).clear();
        notifyAll();
    }

    private static JsonObject order(String what) {
        return Fields.with(JsonObject.EMPTY, "do", what);
    }

    /// Asks the kernel something, or answers it.
    void send(Channel channel, List<byte[]> frames) {
        add(Fields.with(order("send"), "channel", channel.name()), frames);
    }

    /// Records something as if the kernel had broadcast it.
    ///
    /// @param run the id of the request that it belongs to
    void keep(String run, List<byte[]> frames) {
        add(Fields.with(order("keep"), "run", run), frames);
    }

    /// A file has what these runs said.
    void settle(Collection<String> runs) {
        add(Fields.with(order("settle"), "runs", List.copyOf(runs)), List.of());
    }

    private synchronized void add(JsonObject order, List<byte[]> frames) {
        number++;
        var packet = new ArrayList<byte[]>(1 + frames.size());
        packet.add(Packets.bytes(Fields.with(order, "n", number)));
        packet.addAll(frames);
        untaken.put(number, packet);
        notifyAll();
    }

    private void write(Packets to) {
        try {
            for (var next = next(to); next != null; next = next(to)) {
                to.write(next.getValue());
                haveWritten(to, next.getKey());
            }
        } catch (IOException e) {
            LOG.debug("a recorder takes nothing more: {}", e.toString());
            drop(to);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for what is to be written next; null if no more is over this way.
    private synchronized Map.@Nullable Entry<Long, List<byte[]>> next(Packets to)
            throws InterruptedException {
        long end = System.nanoTime() + HERE.toNanos();
        while (to.equals(packets)) {
            var next = untaken.higherEntry(written);
            if (next != null) {
                return next;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                var here = Fields.with(order("here"), "got", got);
                return Map.entry(0L, List.of(Packets.bytes(here)));
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return null;
    }

    private synchronized void haveWritten(Packets to, long upTo) {
        if (to.equals(packets)) {
            written = Math.max(written, upTo);
            notifyAll();
        }
    }

    /// Waits until the kernel has ended and all that it said has come, as long as something comes.
    ///
    /// @param patience while nothing does
    void awaitEnd(Duration patience) throws InterruptedException {
        long before = -1;
        while (!finished.isDone() && got > before) {
            before = got;
            awaitFinished(patience);
        }
        awaitWritten(patience);
    }

    private void awaitFinished(Duration patience) throws InterruptedException {
        try {
            finished.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("a kernel's last words have not all come: {}", e.toString());
        }
    }

    private synchronized void awaitWritten(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (written < number && packets != null && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
    }

    /// What was sent a moment ago is still written.
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        add(order("leave"), List.of());
        isClosed = true;
        var last = packets;
        if (last != null) {
            Thread.ofVirtual().name("host-recorder-close").start(() -> leave(last));
        }
    }

    private void leave(Packets last) {
        try {
            awaitWritten(LEAVE_PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            drop(last);
        }
    }
}
