package org.cellist.kernel.keeper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.Packets;
import org.cellist.kernel.runtime.KernelExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cellist's connection to its keeper: asks, tells, and hears of the ends of kernels.
///
/// Thread-safe. What is told waits in a queue for a keeper that is slow; nobody waits for that.
final class KeeperClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeeperClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Door door;
    private final Packets packets;
    private final LinkedBlockingQueue<List<byte[]>> outgoing = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<KernelExit>> ends = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean isOver;

    private KeeperClient(Door door, Packets packets) {
        this.door = door;
        this.packets = packets;
    }

    /// Connects to the keeper behind that door.
    ///
    /// @throws IOException if there is none, or it speaks another language
    static KeeperClient connect(Door door) throws IOException {
        var client = new KeeperClient(door, greeted(door));
        var writer = Thread.ofVirtual().name("keeper-write").start(client::writeAll);
        Thread.ofVirtual().name("keeper-read").start(() -> client.readAll(writer));
        return client;
    }

    private static Packets greeted(Door door) throws IOException {
        var packets = new Packets(door.connect());
        try {
            var hello = Fields.with(JsonObject.EMPTY, "version", Door.VERSION);
            packets.write(Fields.with(hello, "secret", door.secretText()));
            Packets.object(packets.read().getFirst());
            return packets;
        } catch (IOException e) {
            packets.close();
            throw e;
        }
    }

    /// Opens another connection, over which the keeper sends the log of a kernel.
    Packets follow(String kernel) throws IOException {
        var stream = greeted(door);
        try {
            stream.write(request("follow", kernel));
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    static JsonObject request(String op, String kernel) {
        return Fields.with(Fields.with(JsonObject.EMPTY, "op", op), "kernel", kernel);
    }

    boolean isOver() {
        return isOver;
    }

    private void writeAll() {
        try {
            while (true) {
                packets.write(outgoing.take());
            }
        } catch (IOException e) {
            LOG.debug("the keeper takes nothing more: {}", e.toString());
            packets.close();
        } catch (InterruptedException _) {
            LOG.debug("the keeper is gone");
        }
    }

    private void readAll(Thread writer) {
        try {
            while (true) {
                take(Packets.object(packets.read().getFirst()));
            }
        } catch (IOException e) {
            LOG.debug("the keeper is gone: {}", e.toString());
        } finally {
            isOver = true;
            packets.close();
            writer.interrupt();
            asked.values().forEach(answer -> answer.cancel(false));
            // Their guards end kernels with the keeper.
            ends.values().forEach(end -> end.complete(new KernelExit(-1, false, "")));
        }
    }

    private void take(JsonObject packet) {
        var answer = asked.remove(Fields.number(packet, "re", -1));
        if (answer != null) {
            answer.complete(packet);
        } else if (Fields.text(packet, "event").equals("end")) {
            var end = ends.remove(Fields.text(packet, "kernel"));
            if (end != null) {
                end.complete(Exits.read(packet.object("exit")));
            }
        }
    }

    /// Returns what completes with the end of a kernel. Called before anybody can end it.
    CompletableFuture<KernelExit> end(String kernel) {
        var end = ends.computeIfAbsent(kernel, _ -> new CompletableFuture<>());
        if (isOver) {
            end.complete(new KernelExit(-1, false, ""));
        }
        return end;
    }

    /// Tells the keeper something. Returns at once.
    void tell(JsonObject request, List<byte[]> frames) {
        var packet = new ArrayList<byte[]>(1 + frames.size());
        packet.add(Packets.bytes(request));
        packet.addAll(frames);
        outgoing.add(packet);
    }

    void tell(JsonObject request) {
        tell(request, List.of());
    }

    JsonObject ask(JsonObject request) throws IOException, InterruptedException {
        return ask(request, PATIENCE);
    }

    /// Asks and waits for the answer.
    ///
    /// @throws IOException if none comes, or the keeper refuses
    JsonObject ask(JsonObject request, Duration patience) throws IOException, InterruptedException {
        try {
            var said = asking(request, List.of(), patience).get();
            var error = said.string("error");
            if (error != null) {
                throw new IOException(error);
            }
            return said;
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("the keeper does not answer", e);
        }
    }

    /// Asks without waiting.
    ///
    /// @return what completes with the answer; exceptionally if none comes in time, or the keeper
    ///     is gone
    CompletableFuture<JsonObject> asking(
            JsonObject request, List<byte[]> frames, Duration patience) {
        long number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        asked.put(number, answer);
        var _ = answer.whenComplete((_, _) -> asked.remove(number));
        if (isOver) {
            answer.cancel(false);
        } else {
            tell(Fields.with(request, "n", number), frames);
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        packets.close();
    }
}
