package org.cellist.kernel.keeper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Received;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.keeper.LogRecord.Kind;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;

/// The channels to a kernel that the keeper owns. What the kernel says to this client alone, and
/// the keeper could not know, it is told: replies to runs, questions for input, who the kernel is.
///
/// Thread-safe.
final class KeptChannels implements KernelChannels {

    private final KernelChannels channels;
    private final KeeperClient keeper;
    private final String kernel;
    private final Supplier<MessageCodec> codecs;
    private final MessageCodec codec; // of the receiving thread

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

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        channels.send(channel, message);
    }

    @Override
    public void keep(Message<RawJson> message) {
        var parent = message.parentHeader();
        if (parent != null) {
            var frames = codecs.get().encode(message); // on any thread
            record(Kind.IOPUB, parent.msgId().value(), frames);
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
                    record(Kind.SHELL, parent.msgId().value(), codec.encode(message));
            case "input_request" ->
                    record(Kind.STDIN, parent.msgId().value(), codec.encode(message));
            default -> {
                // Answers to this client's questions, which no later one has asked.
            }
        }
    }

    private void record(Kind kind, String run, List<byte[]> frames) {
        JsonObject request = KeeperClient.request("record", kernel);
        request = Fields.with(Fields.with(request, "kind", kind.name()), "run", run);
        keeper.tell(request, frames);
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
