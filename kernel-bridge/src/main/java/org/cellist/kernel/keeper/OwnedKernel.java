package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.RecordKind;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.RunningKernel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kernel that the keeper owns: its process, what it says, and who holds it.
///
/// Thread-safe.
final class OwnedKernel {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedKernel.class);
    private static final Duration LONG = Duration.ofHours(1);

    /// A new client connects within milliseconds.
    private static final long STAND_IN_NANOS = 10_000_000_000L;

    /// By then a stand-in is connected.
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final String id;
    private final Path folder;
    private final RunningKernel process;
    private final KernelLog log;
    private final RunOrder order = new RunOrder(); // guarded by this
    private final MessageCodec codec; // guarded by this
    private final Instant since = Instant.now();
    private final CompletableFuture<KernelExit> ended = new CompletableFuture<>();
    private JsonObject known; // guarded by this
    private @Nullable Object holder; // guarded by this
    private @Nullable StandIn standIn; // guarded by this; while nobody is heard in its place
    private long heldSince; // guarded by this
    private String state = "starting"; // guarded by this
    private Instant active = since; // guarded by this
    private boolean isHeard; // guarded by this
    private List<byte[]> info = List.of(); // guarded by this

    /// @param folder its own
    /// @param known what was told of it, for whoever asks
    OwnedKernel(String id, Path folder, RunningKernel process, JsonObject known)
            throws IOException {
        this.id = id;
        this.folder = folder;
        this.process = process;
        this.known = known;
        this.log = KernelLog.open(folder.resolve("log"));
        this.codec = new MessageCodec(new MessageSignature(process.connection().key()));
    }

    /// Begins to record.
    void record() {
        Thread.ofVirtual().name("kernel-" + process.processId() + "-record").start(this::drain);
    }

    String id() {
        return id;
    }

    RunningKernel process() {
        return process;
    }

    KernelLog log() {
        return log;
    }

    /// Completes when the kernel has ended and its last words are recorded.
    CompletableFuture<KernelExit> ended() {
        return ended;
    }

    private void drain() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                var event = process.channels().receive(LONG);
                goesOn = event.isEmpty() || take(event.get());
            }
            process.channels().close();
            var exit = process.exit().toCompletableFuture().join();
            haveEnded(exit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// It said something last at that time.
    synchronized void wasActive(Instant time) {
        active = time;
    }

    /// It has ended, and all is recorded.
    void haveEnded(KernelExit exit) {
        log.end();
        keepExit(exit);
        ended.complete(exit);
    }

    private boolean take(ChannelEvent event) {
        switch (event) {
            case ChannelEvent.Received(var channel, var message) -> append(channel, message);
            case ChannelEvent.Dropped(var channel, var problem) ->
                    LOG.warn("dropped a message on {}: {}", channel, problem);
            case ChannelEvent.Heartbeat _,
                    ChannelEvent.Unrecorded _,
                    ChannelEvent.Disconnected _,
                    ChannelEvent.RecorderLost _,
                    ChannelEvent.Retrying _,
                    ChannelEvent.Reconnected _ -> {
                // Its process is what is watched here.
            }
            case ChannelEvent.Closed _ -> {
                return false;
            }
        }
        return true;
    }

    private synchronized void append(Channel channel, Message<RawJson> message) {
        isHeard = true;
        active = Instant.now();
        if (message.header().messageType().equals("status")) {
            var now = message.content().object().string("execution_state");
            state = now == null ? state : now;
        }
        var record = record(channel, message, codec.encode(message));
        var run = record.run();
        if (channel == Channel.IOPUB) {
            boolean begins = message.header().messageType().equals("execute_input");
            order.heard(run, begins && !run.isEmpty(), record).forEach(log::append);
        } else {
            tell(record);
        }
    }

    private void tell(LogRecord record) {
        var now = isOfRun(record.run()) ? order.told(record.run(), record) : List.of(record);
        now.forEach(log::append);
    }

    private static LogRecord record(
            Channel channel, Message<RawJson> message, List<byte[]> frames) {
        var run = run(message.parentHeader());
        var kind =
                switch (channel) {
                    case IOPUB -> RecordKind.IOPUB;
                    case SHELL, CONTROL -> RecordKind.SHELL;
                    case STDIN -> RecordKind.STDIN;
                };
        return new LogRecord(kind, run, frames);
    }

    /// Returns what a run is called in the log; empty for what nobody takes over later.
    private static String run(@Nullable MessageHeader parent) {
        return parent == null || parent.msgId().mark() == null ? "" : parent.msgId().value();
    }

    /// Records what the kernel said to the client that holds it.
    ///
    /// @param run the request that it belongs to
    synchronized void record(RecordKind kind, String run, List<byte[]> frames) {
        if (isOfRun(run)) {
            tell(new LogRecord(kind, run, frames));
        } // else nobody takes it over, nor says when it is settled
    }

    private static boolean isOfRun(String run) {
        return new MessageId(run).mark() != null;
    }

    /// Keeps who the kernel is, as it has said.
    synchronized void keepInfo(List<byte[]> frames) {
        info = List.copyOf(frames);
    }

    synchronized List<byte[]> info() {
        return info;
    }

    /// Returns whether it has been heard: then nothing that it says from now on is lost.
    synchronized boolean isHeard() {
        return isHeard;
    }

    void settle(Collection<String> runs) {
        log.settle(runs);
    }

    /// Lets one hold it; returns whether nobody else does.
    synchronized boolean hold(Object wants) {
        boolean isFree = holder == null || holder.equals(wants);
        if (isFree) {
            holder = wants;
            heldSince = System.nanoTime();
            if (!handsOver()) {
                dismiss(); // else the new client might not be heard
            }
        }
        return isFree;
    }

    /// Lets one hold it as soon as nobody else does; returns whether that was soon enough. Who
    /// leaves it, or was killed, is often heard of just after who comes for it.
    boolean hold(Object wants, Duration patience) throws InterruptedException {
        if (!awaitFree(wants, patience)) {
            return false;
        }
        var young = dismissYoungStandIn();
        if (young != null) {
            young.awaitClosed();
        }
        return true;
    }

    private synchronized boolean awaitFree(Object wants, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!hold(wants)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /// The connections of one that has only begun may be made after those of the client, and
    /// would take its place.
    private synchronized @Nullable StandIn dismissYoungStandIn() {
        var young = standIn;
        if (young == null || young.age().compareTo(YOUNG) > 0) {
            return null;
        }
        dismiss();
        return young;
    }

    synchronized void leave(Object holds) {
        if (holds.equals(holder)) {
            holder = null;
            notifyAll();
            dismiss();
            if (!ended.isDone()) {
                standIn = new StandIn(process.connection(), id, this::append);
            }
        }
    }

    private void append(ChannelEvent.Received received) {
        append(received.channel(), received.message());
    }

    private synchronized boolean handsOver() {
        return OrderJson.order(known).handsOver();
    }

    /// The client that holds it has long been heard in place of who stood in for the last one.
    synchronized void dismissStandIn() {
        if (holder != null && System.nanoTime() - heldSince > STAND_IN_NANOS) {
            dismiss();
        }
    }

    private synchronized void dismiss() {
        if (standIn != null) {
            standIn.close();
            standIn = null;
        }
    }

    synchronized boolean isHeld() {
        return holder != null;
    }

    /// Returns when it said something last.
    synchronized Instant active() {
        return active;
    }

    /// Returns since when neither a client has held it nor it has said anything; null while it is
    /// held or at work.
    synchronized @Nullable Instant idleSince() {
        return holder == null && state.equals("idle") ? active : null;
    }

    /// Returns what was told of it at its start, with what has changed since.
    synchronized JsonObject known() {
        return known.without("exit");
    }

    synchronized void rename(String notebook) {
        known = Fields.with(known, "notebook", notebook);
        keep();
    }

    /// Writes what is known into its folder.
    synchronized void keep() {
        try {
            KeeperFolder.write(folder.resolve("kernel.json"), known);
        } catch (IOException e) {
            LOG.warn("what is known of a kernel is not kept: {}", e.toString());
        }
    }

    private synchronized void keepExit(KernelExit exit) {
        known = known.with("exit", Exits.write(exit));
        state = "ended";
        holder = null;
        notifyAll();
        dismiss();
        keep();
    }

    synchronized JsonObject described() {
        var json = Fields.with(known.without("env"), "id", id);
        json = Fields.with(json, "pid", process.processId());
        json = Fields.with(json, "file", process.connectionFile().toString());
        json = json.with("connection", OrderJson.write(process.connection()));
        json = Fields.with(json, "signals", process.takesSignals());
        json = Fields.with(json, "since", since.toString());
        json = Fields.with(json, "active", active.toString());
        json = Fields.with(json, "state", state);
        return Fields.with(json, "held", holder != null);
    }

    /// Forgets it, with its folder.
    void forget() {
        log.close();
        try {
            KeeperFolder.delete(folder);
        } catch (IOException e) {
            LOG.warn("the folder of a kernel stays: {}", e.toString());
        }
    }
}
