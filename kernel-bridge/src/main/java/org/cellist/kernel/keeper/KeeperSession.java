package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.Packets;
import org.cellist.kernel.recording.RecordKind;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.local.LaunchOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client of the keeper, from its greeting to its end: answers its requests, or streams one
/// log to it. Members and requests that it does not know it leaves alone, since a client may be
/// newer.
///
/// Thread-safe.
final class KeeperSession {

    private static final Logger LOG = LoggerFactory.getLogger(KeeperSession.class);

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Keeper keeper;
    private final Packets packets;
    private final String secret;

    KeeperSession(Keeper keeper, Packets packets, String secret) {
        this.keeper = keeper;
        this.packets = packets;
        this.secret = secret;
    }

    /// Serves until the client is gone.
    void run() {
        try (packets) {
            if (!isGreeted(Packets.object(packets.read().getFirst()))) {
                return;
            }
            while (true) {
                var packet = packets.read();
                var request = Packets.object(packet.getFirst());
                if (Fields.text(request, "op").equals("follow")) {
                    stream(request);
                    return;
                }
                take(request, packet.subList(1, packet.size()));
            }
        } catch (IOException e) {
            LOG.debug("a client is gone: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isGreeted(JsonObject hello) throws IOException {
        var said = Fields.text(hello, "secret").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(said, secret.getBytes(StandardCharsets.UTF_8))) {
            LOG.warn("somebody does not know the secret");
            return false;
        }
        var answer = Fields.with(JsonObject.EMPTY, "version", Door.VERSION);
        packets.write(Fields.with(answer, "pid", ProcessHandle.current().pid()));
        return true;
    }

    /// Holds nothing any more.
    void leaveAll() {
        keeper.kernels().forEach(kernel -> kernel.leave(this));
    }

    /// What may take its time is done on a thread of its own, the rest in the order of asking.
    private void take(JsonObject request, List<byte[]> frames) throws IOException {
        switch (Fields.text(request, "op")) {
            case "start", "stop", "restart", "started", "hold" ->
                    Thread.ofVirtual().name("keeper-work").start(() -> work(request));
            default -> answer(request, answerTo(request, frames));
        }
    }

    private void work(JsonObject request) {
        try {
            var answer =
                    switch (Fields.text(request, "op")) {
                        case "start" -> start(request);
                        case "stop" -> stop(request);
                        case "restart" -> restart(request);
                        case "hold" -> hold(request);
                        default -> started(request);
                    };
            answer(request, answer);
        } catch (IOException e) {
            LOG.debug("nobody waits for an answer: {}", e.toString());
            leaveAll(); // it may have gone before it held this one
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(JsonObject request, JsonObject answer) throws IOException {
        long number = Fields.number(request, "n", -1);
        if (number >= 0) {
            packets.write(Fields.with(answer, "re", number));
        }
    }

    private static JsonObject refused(@Nullable String why) {
        return Fields.with(JsonObject.EMPTY, "error", String.valueOf(why));
    }

    private JsonObject answerTo(JsonObject request, List<byte[]> frames) {
        if (Fields.text(request, "op").equals("list")) {
            return list();
        }
        if (Fields.text(request, "op").equals("unused")) {
            keeper.endUnusedAfter(Duration.ofMillis(Fields.number(request, "millis", DAY_MILLIS)));
            return JsonObject.EMPTY;
        }
        if (Fields.text(request, "op").equals("settle")) {
            keeper.settle(Fields.texts(request, "runs"));
            return JsonObject.EMPTY;
        }
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        return kernel == null ? refused("no such kernel") : answerTo(request, kernel, frames);
    }

    private JsonObject list() {
        var all = keeper.kernels().stream().map(OwnedKernel::described).toList();
        return JsonObject.EMPTY.with("kernels", new JsonArray(List.copyOf(all)));
    }

    private JsonObject answerTo(JsonObject request, OwnedKernel kernel, List<byte[]> frames) {
        switch (Fields.text(request, "op")) {
            case "forget" -> keeper.forget(kernel);
            case "leave" -> kernel.leave(this);
            case "signal" -> kernel.process().signalInterrupt();
            case "kill" -> kernel.process().close();
            case "expect" -> kernel.process().expectExit();
            case "rename" -> kernel.rename(Fields.text(request, "notebook"));
            case "info" -> kernel.keepInfo(frames);
            case "record" -> {
                var kind =
                        RecordKind.named(
                                Fields.text(request, "kind").getBytes(StandardCharsets.UTF_8));
                kernel.record(kind, Fields.text(request, "run"), frames);
            }
            case "heard" -> {
                return Fields.with(JsonObject.EMPTY, "is", kernel.isHeard());
            }
            case "words" -> {
                return Fields.with(JsonObject.EMPTY, "words", kernel.process().lastWords());
            }
            default -> {
                return refused("unknown request");
            }
        }
        return JsonObject.EMPTY;
    }

    private JsonObject start(JsonObject request) {
        try {
            var order = request.object("order");
            var known = order.with("kernelspec", order.object("kernelspec"));
            known = Fields.with(known, "notebook", request.string("notebook"));
            var again = request.object("again");
            var connection = again.members().isEmpty() ? null : OrderJson.connection(again);
            return start(known, OrderJson.order(order), connection);
        } catch (IOException | IllegalArgumentException e) {
            return refused(e.toString());
        }
    }

    private JsonObject start(JsonObject known, LaunchOrder order, @Nullable ConnectionInfo again)
            throws IOException {
        var begun = keeper.start(known, order, again, this);
        if (begun.kernel() != null) {
            return begun.kernel().described();
        }
        return begun.outcome() instanceof NotLaunched(SystemRefused(var reason))
                ? refused(reason)
                : refused(begun.outcome().toString());
    }

    private JsonObject hold(JsonObject request) throws InterruptedException {
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        if (kernel == null) {
            return refused("no such kernel");
        }
        return kernel.hold(this, patience(request)) ? kernel.described() : refused("held");
    }

    private JsonObject stop(JsonObject request) throws InterruptedException {
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        if (kernel != null) {
            kernel.process().stop(patience(request));
        }
        return JsonObject.EMPTY;
    }

    private JsonObject restart(JsonObject request) throws InterruptedException {
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        try {
            boolean is = kernel != null && keeper.restart(kernel, patience(request));
            return is ? JsonObject.EMPTY : refused("held, or gone");
        } catch (IOException e) {
            return refused(e.toString());
        }
    }

    private JsonObject started(JsonObject request) throws InterruptedException {
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        boolean is = kernel != null && kernel.process().awaitStarted(patience(request));
        return Fields.with(JsonObject.EMPTY, "is", is);
    }

    private static Duration patience(JsonObject request) {
        return Duration.ofMillis(Fields.number(request, "patience", 0));
    }

    private void stream(JsonObject request) throws IOException, InterruptedException {
        var kernel = keeper.kernel(Fields.text(request, "kernel"));
        if (kernel != null) {
            new LogStream(kernel, packets).run();
        }
    }

    /// Tells the client that a kernel has ended.
    void tellEnd(String kernel, KernelExit exit) {
        var event = Fields.with(JsonObject.EMPTY, "event", "end");
        event = Fields.with(event, "kernel", kernel).with("exit", Exits.write(exit));
        try {
            packets.write(event);
        } catch (IOException e) {
            LOG.debug("nobody hears of an end: {}", e.toString());
        }
    }
}
