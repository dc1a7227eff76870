package org.cellist.kernel.keeper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Received;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.RecordKind;

/// The channels to a kernel that the keeper owns. What the kernel says to this client alone, and
/// the keeper could not know, it is told: replies to runs, questions for input, who the kernel is.
///
/// Thread-safe.
final class KeptChannels implements KernelChannels {

    /// A keeper that is there answers within milliseconds.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KernelChannels channels;
    private final KeeperClient keeper;
    private final String kernel;
    private final Supplier<MessageCodec> codecs;
    private final MessageCodec codec; // of the receiving thread
    private volatile CompletableFuture<?> kept = CompletableFuture.completedFuture(null);

    KeptChannels(
            KernelChannels channels,
            KeeperClient keeper,
            String kernel,
            Supplier<MessageCodec> codecs) {
        this.channels = channels;
        this.keeper = keeper;
        this.kernel = kernel;
        this.codecs = codecs;
        this.codec = codecs.get();
    }

    /// An answer waits until the keeper has what stays of it in the output: else the kernel may
    /// be quicker, whom the keeper hears as well.
    @Override
    public void send(Channel channel, Message<RawJson> message) {
        if (channel == Channel.STDIN) {
            var _ = kept.whenComplete((_, _) -> channels.send(channel, message));
        } else {
            channels.send(channel, message);
        }
    }

    @Override
    public void keep(Message<RawJson> message) {
        var parent = message.parentHeader();
        if (parent != null) {
            var frames = codecs.get().encode(message); // on any thread
            var request = recording(RecordKind.IOPUB, parent.msgId().value());
            kept = keeper.asking(request, frames, PATIENCE);
        }
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        var event = channels.receive(patience);
        if (event.isPresent()
                && event.get() instanceof Received(var channel, var message)
                && channel != Channel.IOPUB) {
            note(message);
        }
        return event;
    }

    private void note(Message<RawJson> message) {
        var parent = message.parentHeader();
        if (parent == null) {
            return;
        }
        switch (message.header().messageType()) {
            case "kernel_info_reply" ->
                    keeper.tell(KeeperClient.request("info", kernel), codec.encode(message));
            case "execute_reply" ->
                    record(RecordKind.SHELL, parent.msgId().value(), codec.encode(message));
            case "input_request" ->
                    record(RecordKind.STDIN, parent.msgId().value(), codec.encode(message));
            default -> {
                // Answers to this client's questions, which no later one has asked.
            }
        }
    }

    private void record(RecordKind kind, String run, List<byte[]> frames) {
        keeper.tell(recording(kind, run), frames);
    }

    private JsonObject recording(RecordKind kind, String run) {
        var request = KeeperClient.request("record", kernel);
        return Fields.with(Fields.with(request, "kind", kind.name()), "run", run);
    }

    @Override
    public void closeWhenRead() {
        channels.closeWhenRead();
    }

    @Override
    public void close() {
        channels.close();
    }
}
