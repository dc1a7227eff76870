package org.cellist.kernel.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.RequestCodec;

/// Writes the headers of one client's messages and sends them.
///
/// Thread-safe.
final class Sender {

    private static final String USERNAME = "cellist";

    private final KernelChannels channels;
    private final ClientSessionId session = ClientSessionId.random();

    Sender(KernelChannels channels) {
        this.channels = channels;
    }

    /// Returns a fresh header. Whoever waits for the answer notes its id before it is sent.
    MessageHeader header(Request request) {
        return header(MessageId.random(), request);
    }

    MessageHeader header(MessageId id, Request request) {
        return header(id, RequestCodec.messageType(request));
    }

    void send(MessageHeader header, Request request) {
        channels.send(
                RequestCodec.channel(request),
                new Message<>(
                        header,
                        null,
                        RawJson.EMPTY_OBJECT,
                        RequestCodec.content(request),
                        RequestCodec.buffers(request)));
    }

    /// Sends a request, if the connection has not ended; returns whether it was sent.
    boolean trySend(MessageHeader header, Request request) {
        try {
            send(header, request);
            return true;
        } catch (ClosedChannelsException _) {
            return false;
        }
    }

    /// What is sent does not arrive.
    void renew() {
        channels.renew();
    }

    /// Sends an `input_reply`, if the connection has not ended: then nobody waits for it.
    void answer(MessageHeader question, String line) {
        try {
            channels.send(
                    Channel.STDIN,
                    new Message<>(
                            header(MessageId.random(), RequestCodec.INPUT_REPLY),
                            question,
                            RawJson.EMPTY_OBJECT,
                            RequestCodec.inputReply(line),
                            List.of()));
        } catch (ClosedChannelsException _) {
            // The execution ends as KernelGone, which its listener hears.
        }
    }

    /// Sends an `input_reply` that answers no question of the specification's, as Colab's kernels
    /// wait for it; if the connection has not ended.
    void answer(JsonObject value) {
        try {
            channels.send(
                    Channel.STDIN,
                    new Message<>(
                            header(MessageId.random(), RequestCodec.INPUT_REPLY),
                            null,
                            RawJson.EMPTY_OBJECT,
                            RawJson.of(JsonObject.EMPTY.with("value", value)),
                            List.of()));
        } catch (ClosedChannelsException _) {
            // Nobody waits any more.
        }
    }

    /// Keeps output of a run for clients that come later.
    void keep(MessageId run, Stream output) {
        var content =
                JsonObject.EMPTY
                        .with("name", new JsonString(output.name().value()))
                        .with("text", new JsonString(output.text()));
        channels.keep(
                new Message<>(
                        header(MessageId.random(), "stream"),
                        header(run, "execute_request"),
                        RawJson.EMPTY_OBJECT,
                        RawJson.of(content),
                        List.of()));
    }

    private MessageHeader header(MessageId id, String type) {
        return new MessageHeader(
                id,
                session,
                USERNAME,
                Instant.now().truncatedTo(ChronoUnit.MICROS).toString(), // Python reads no more
                type,
                MessageHeader.PROTOCOL_VERSION,
                null);
    }
}
