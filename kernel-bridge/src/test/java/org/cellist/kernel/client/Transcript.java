package org.cellist.kernel.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.jspecify.annotations.Nullable;

/// A recording of what passed between a real kernel and a client, played to our client: it sends
/// what was sent, and hears what came, frame by frame. Made by `src/test/scripts/record.py`.
///
/// Confined to one thread.
final class Transcript {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<JsonObject> lines;
    private final MessageCodec codec;
    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client =
            new KernelClient(kernel, "transcript", RunAdopter.NOBODY, kernel::nanoTime);
    private final Heard heard = new Heard();
    private final Heard unclaimed = new Heard();

    /// The recorded `msg_id` of each request, and what our client sent in its place.
    private final Map<String, MessageHeader> headers = new HashMap<>();

    private final List<FutureTask<?>> answers = new ArrayList<>();
    private @Nullable Execution execution;

    private Transcript(List<JsonObject> lines) {
        this.lines = lines.subList(1, lines.size());
        var key = lines.getFirst().string("key");
        assertNotNull(key);
        this.codec = new MessageCodec(new MessageSignature(key));
        client.addListener(unclaimed);
    }

    /// @param name such as `java-error`
    static Transcript open(String name) throws IOException, JsonSyntaxException {
        var lines = new ArrayList<JsonObject>();
        try (var in = Transcript.class.getResourceAsStream("/transcripts/" + name + ".jsonl")) {
            assertNotNull(in, name);
            for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                lines.add(RawJson.parse(line.getBytes(UTF_8)).object());
            }
        }
        return new Transcript(lines);
    }

    /// Plays it to its end, and ends the connection.
    Transcript play() throws Exception {
        for (var line : lines) {
            var channel = Channel.valueOf(text(line, "channel").toUpperCase(Locale.ROOT));
            if (line.get("send") != null) {
                send(text(line, "send"), text(line, "msg_id"), line.object("content"));
            } else {
                kernel.put(new ChannelEvent.Received(channel, came(line)));
            }
        }
        client.close();
        client.awaitClosed();
        return this;
    }

    /// Returns what the last execution heard.
    List<Object> heard() {
        return heard.rest();
    }

    /// Returns what belonged to no execution.
    List<Object> unclaimed() {
        return unclaimed.rest();
    }

    /// Returns what was answered to the last question.
    Object answer() throws Exception {
        return answers.getLast().get(2, TimeUnit.MINUTES);
    }

    private void send(String type, String id, JsonObject content) throws Exception {
        switch (type) {
            case "kernel_info_request" -> ask(() -> client.kernelInfo(PATIENCE));
            case "shutdown_request" -> ask(() -> client.shutdown(false, PATIENCE));
            case "complete_request" ->
                    ask(
                            () ->
                                    client.complete(
                                            new CompleteRequest(
                                                    text(content, "code"), position(content)),
                                            PATIENCE));
            case "inspect_request" ->
                    ask(
                            () ->
                                    client.inspect(
                                            new InspectRequest(
                                                    text(content, "code"), position(content), 0),
                                            PATIENCE));
            case "execute_request" ->
                    execution = client.execute(ExecuteRequest.of(text(content, "code")), heard);
            case "input_reply" -> {
                var asked = execution;
                assertNotNull(asked);
                heard.await(InputRequest.class);
                asked.answer(text(content, "value"));
            }
            default -> throw new AssertionError(type);
        }
        Sent sent = kernel.sent(type);
        headers.put(id, sent.header());
    }

    private void ask(Callable<?> question) {
        var answer = new FutureTask<>(question);
        answers.add(answer);
        Thread.ofVirtual().name("asking").start(answer);
    }

    /// Reads frames as they came; then the parent is our request in place of the recorded one.
    private Message<RawJson> came(JsonObject line) {
        var frames = new ArrayList<byte[]>();
        frames.add("<IDS|MSG>".getBytes(UTF_8));
        texts(line, "frames").forEach(part -> frames.add(part.getBytes(UTF_8)));
        texts(line, "buffers").forEach(buffer -> frames.add(HexFormat.of().parseHex(buffer)));
        var message = assertInstanceOf(Decoded.Accepted.class, codec.decode(frames)).message();
        var parent = message.parentHeader();
        return new Message<>(
                message.header(),
                parent == null ? null : headers.getOrDefault(parent.msgId().value(), parent),
                message.metadata(),
                message.content(),
                message.buffers());
    }

    private static int position(JsonObject content) {
        return content.get("cursor_pos") instanceof JsonNumber(var number)
                ? Integer.parseInt(number)
                : 0;
    }

    private static String text(JsonObject object, String name) {
        var text = object.string(name);
        assertNotNull(text, name);
        return text;
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray(var items)
                ? items.stream().map(it -> ((JsonString) it).text()).toList()
                : List.of();
    }
}
