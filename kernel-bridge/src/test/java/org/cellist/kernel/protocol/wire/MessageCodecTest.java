package org.cellist.kernel.protocol.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames to messages and back, and everything that is wrong with frames.
class MessageCodecTest {

    private static final String KEY = "0123456789abcdef";
    private static final String HEADER = "{\"msg_id\":\"m\",\"msg_type\":\"status\"}";

    private final MessageSignature signature = new MessageSignature(KEY);
    private final MessageCodec codec = new MessageCodec(new MessageSignature(KEY));

    /// What jupyter_client wrote: see `sign.py` beside the file. Immutable.
    record Signed(String key, String type, List<byte[]> frames) {

        @Override
        public String toString() {
            return type + " with the key " + key;
        }
    }

    @ParameterizedTest
    @MethodSource("signedByJupyterClient")
    void whatJupyterClientSignsIsAccepted(Signed signed) {
        var message = accepted(new MessageCodec(signature(signed)).decode(signed.frames()));

        assertEquals(signed.type(), message.header().messageType());
        assertEquals(new MessageId("id-of-" + signed.type()), message.header().msgId());
        var parent = message.parentHeader();
        assertNotNull(parent);
        assertEquals(new MessageId("request-1"), parent.msgId());
    }

    @ParameterizedTest
    @MethodSource("signedByJupyterClient")
    void ourSignatureIsThatOfJupyterClient(Signed signed) {
        var parts = signed.frames().subList(3, 7);

        assertArrayEquals(signed.frames().get(2), signature(signed).of(parts));
    }

    @Test
    void whatPythonCouldNotDecodeBecomesAReplacementCharacter() throws Exception {
        var signed = signedByJupyterClient().toList().getLast();

        var message = accepted(new MessageCodec(signature(signed)).decode(signed.frames()));

        assertEquals(new JsonString("a\ufffdb"), message.content().object().get("text"));
    }

    @Test
    void whatWeWriteIsReadAgain() {
        var message = message("{\"code\":\"안녕\"}", List.of(new byte[] {1, 2}, new byte[0]));

        var again = accepted(codec.decode(codec.encode(message)));

        assertEquals(message.header(), again.header());
        assertEquals(message.parentHeader(), again.parentHeader());
        assertEquals(message.content(), again.content());
        assertEquals(message.buffers(), again.buffers());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void oneChangedByteInSignatureOrPartsIsABadSignature(int frame) {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        var changed = frames.get(frame).clone();
        changed[changed.length - 1] ^= 1;
        frames.set(frame, changed);

        assertDropped(FrameProblem.BAD_SIGNATURE, frames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "🎻"})
    void aSignatureOfAnotherShapeIsABadSignature(String sent) {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        frames.set(2, sent.getBytes(UTF_8));

        assertDropped(FrameProblem.BAD_SIGNATURE, frames);
    }

    @Test
    void aMessageThatWasSentBeforeIsReplayed() {
        var frames = frames("topic", HEADER, "{}", "{}", "{}");
        accepted(codec.decode(frames));

        assertDropped(FrameProblem.REPLAYED, frames);
    }

    @Test
    void aMessageWithABadSignatureDoesNotCountAsSeen() {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        var header = frames.set(3, "{}".getBytes(UTF_8));
        assertDropped(FrameProblem.BAD_SIGNATURE, frames);

        frames.set(3, header);

        accepted(codec.decode(frames));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void truncatedFramesAreMalformed(int kept) {
        assertDropped(
                FrameProblem.MALFORMED, frames("topic", HEADER, "{}", "{}", "{}").subList(0, kept));
    }

    @Test
    void framesWithoutADelimiterAreMalformed() {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        frames.set(1, "<IDS|MSG".getBytes(UTF_8));

        assertDropped(FrameProblem.MALFORMED, frames);
    }

    @Test
    void severalIdentitiesOrNoneStandBeforeTheDelimiter() {
        var frames = frames("topic", HEADER, "{}", "{}", "{}");
        var more = new ArrayList<>(frames);
        more.addFirst(new byte[] {0, 1, 2});

        accepted(codec.decode(more));
        accepted(new MessageCodec(signature).decode(frames.subList(1, frames.size())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"header\"",
                "{",
                "{}",
                "{\"msg_id\":\"m\"}",
                "{\"msg_type\":\"status\"}",
                "{\"msg_id\":1,\"msg_type\":\"status\"}",
                "{\"msg_id\":\"m\",\"msg_type\":null}",
                "{\"msg_id\":\"m\",\"msg_type\":\"s\"} x"
            })
    void aHeaderThatNamesNoMessageIsNoMessage(String header) {
        assertDropped(FrameProblem.NOT_A_MESSAGE, frames("topic", header, "{}", "{}", "{}"));
    }

    @Test
    void aHeaderThatIsNotUtf8IsNoMessage() {
        var header = "{\"msg_id\":\"\u00e9\",\"msg_type\":\"status\"}";

        assertDropped(FrameProblem.NOT_A_MESSAGE, frames("topic", header.getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"x\"", "{\"a\":}", "{\"a\":1"})
    void aPartThatIsNoObjectIsNoMessage(String part) {
        for (int i = 1; i < 4; i++) {
            var parts = new ArrayList<>(List.of(HEADER, "{}", "{}", "{}"));
            parts.set(i, part);
            var frames = frames("topic", parts.toArray(String[]::new));

            assertEquals(
                    new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE),
                    new MessageCodec(signature).decode(frames));
        }
    }

    @Test
    void contentOfEndlessDepthIsNoMessage() {
        var deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertDropped(FrameProblem.NOT_A_MESSAGE, frames("topic", HEADER, "{}", "{}", deep));
    }

    @Test
    void onlyTheHeadersIdAndTypeAreNeeded() {
        var message = accepted(codec.decode(frames("topic", HEADER, "{}", "{}", "{}")));

        assertEquals(
                new MessageHeader(
                        new MessageId("m"), new ClientSessionId(""), "", null, "status", "", null),
                message.header());
        assertNull(message.parentHeader());
    }

    @Test
    void aParentThatIsNoMoreThanAnIdIsAParent() {
        var frames = frames("topic", HEADER, "{\"msg_id\":\"p\"}", "{}", "{}");

        var parent = accepted(codec.decode(frames)).parentHeader();

        assertEquals(new MessageId("p"), parent == null ? null : parent.msgId());
    }

    @Test
    void numbersBeyondJsonArriveAsTheyAre() {
        var content =
                "{\"data\":{\"application/json\":[NaN,-Infinity,1e400,1" + "0".repeat(30) + "]}}";

        var message = accepted(codec.decode(frames("topic", HEADER, "{}", "{}", content)));

        assertEquals(content, message.content().toString());
    }

    @Test
    void aHundredMegabytesPassWithoutACopy() {
        var buffer = new byte[100 << 20];
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        frames.add(buffer);

        assertSame(buffer, accepted(codec.decode(frames)).buffers().getFirst());
    }

    @Test
    void moreBytesThanTheLimitAreTooLarge() {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        var buffer = new byte[64 << 20];
        for (int i = 0; i < 8; i++) {
            frames.add(buffer);
        }

        assertDropped(FrameProblem.TOO_LARGE, frames);
    }

    @Test
    void moreFramesThanTheLimitAreTooLarge() {
        var frames = new ArrayList<>(frames("topic", HEADER, "{}", "{}", "{}"));
        while (frames.size() <= MessageCodec.MAX_FRAMES) {
            frames.add(new byte[0]);
        }

        assertDropped(FrameProblem.TOO_LARGE, frames);
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MessageSignature(""));
    }

    static Stream<Signed> signedByJupyterClient() throws Exception {
        try (var in =
                Objects.requireNonNull(
                        MessageCodecTest.class.getResourceAsStream("/protocol/signed.jsonl"))) {
            var signed = new ArrayList<Signed>();
            for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                var json = new ContentJson(RawJson.parse(line.getBytes(UTF_8)));
                var frames = json.texts("frames").stream().map(HexFormat.of()::parseHex).toList();
                signed.add(new Signed(json.textOr("key", ""), json.textOr("msg_type", ""), frames));
            }
            return signed.stream();
        }
    }

    private static MessageSignature signature(Signed signed) {
        return new MessageSignature(signed.key());
    }

    private List<byte[]> frames(String topic, String... parts) {
        var bytes = Stream.of(parts).map(part -> part.getBytes(UTF_8)).toList();
        return frames(topic, bytes.toArray(byte[][]::new));
    }

    /// Returns a signed message; parts that are not given are empty objects.
    private List<byte[]> frames(String topic, byte[]... given) {
        var parts = new ArrayList<>(List.of(given));
        while (parts.size() < 4) {
            parts.add("{}".getBytes(UTF_8));
        }
        var frames = new ArrayList<byte[]>();
        frames.add(topic.getBytes(UTF_8));
        frames.add("<IDS|MSG>".getBytes(UTF_8));
        frames.add(signature.of(parts));
        frames.addAll(parts);
        return frames;
    }

    private static Message<RawJson> message(String content, List<byte[]> buffers) {
        var header =
                new MessageHeader(
                        new MessageId("m"),
                        new ClientSessionId("s"),
                        "첼로",
                        "2026-01-02T03:04:05.678901Z",
                        "execute_request",
                        MessageHeader.PROTOCOL_VERSION,
                        "subshell");
        return new Message<>(header, header, RawJson.EMPTY_OBJECT, raw(content), buffers);
    }

    private static RawJson raw(String json) {
        try {
            return RawJson.parse(json.getBytes(UTF_8));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Message<RawJson> accepted(Decoded decoded) {
        return assertInstanceOf(Decoded.Accepted.class, decoded).message();
    }

    private void assertDropped(FrameProblem problem, List<byte[]> frames) {
        assertEquals(new Decoded.Dropped(problem), codec.decode(frames));
    }
}
