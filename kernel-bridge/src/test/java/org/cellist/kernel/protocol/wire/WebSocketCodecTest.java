package org.cellist.kernel.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.cellist.kernel.protocol.wire.WebSocketCodec.Payload;

/// Both sub-protocols: what is written is read again, what Jupyter's own code wrote too, and
/// what anybody else wrote does no harm.
class WebSocketCodecTest {

    @Property
    void aMessageComesBackAsItWas(
            @ForAll WebSocketProtocol protocol,
            @ForAll Channel channel,
            @ForAll("messages") Message<RawJson> message) {
        var payload = WebSocketCodec.encode(protocol, channel, message);

        var arrived = WebSocketCodec.decode(protocol, payload);

        assertEquals(channel, arrived.channel());
        var read = assertInstanceOf(Decoded.Accepted.class, arrived.decoded()).message();
        assertEquals(message.header(), read.header());
        assertEquals(message.parentHeader(), read.parentHeader());
        assertEquals(message.content(), read.content());
        assertEquals(message.buffers().size(), read.buffers().size());
        for (int i = 0; i < read.buffers().size(); i++) {
            assertArrayEquals(message.buffers().get(i), read.buffers().get(i));
        }
    }

    @Property
    void anyBytesAtAllGiveAnAnswer(
            @ForAll WebSocketProtocol protocol, @ForAll byte[] bytes, @ForAll boolean isText) {
        assertNotNull(WebSocketCodec.decode(protocol, new Payload(bytes, isText)));
    }

    @Property
    void aMessageThatWasCutOrChangedGivesAnAnswer(
            @ForAll WebSocketProtocol protocol,
            @ForAll("messages") Message<RawJson> message,
            @ForAll int place,
            @ForAll byte value,
            @ForAll boolean cuts) {
        var payload = WebSocketCodec.encode(protocol, Channel.SHELL, message);
        var bytes = payload.bytes().clone();
        int at = Math.floorMod(place, bytes.length);
        bytes[at] = value;
        var harmed = cuts ? Arrays.copyOf(bytes, at) : bytes;

        assertNotNull(WebSocketCodec.decode(protocol, new Payload(harmed, payload.isText())));
    }

    /// Written by `serialize_msg_to_ws_v1` of Jupyter Server 1.23.
    @Example
    void whatJupyterServerWritesInV1IsRead() {
        var arrived =
                WebSocketCodec.decode(
                        WebSocketProtocol.V1,
                        new Payload(
                                HexFormat.of()
                                        .parseHex(
                                                "07000000000000004000000000000000450000000000000067000000"
                                                        + "0000000069000000000000006b000000000000007f00000000000000"
                                                        + "8100000000000000696f7075627b226d73675f6964223a2261222c22"
                                                        + "6d73675f74797065223a22737461747573227d7b7d7b7d7b22657865"
                                                        + "637574696f6e223a2269646c65227dfffe"),
                                false));

        assertEquals(Channel.IOPUB, arrived.channel());
        var message = assertInstanceOf(Decoded.Accepted.class, arrived.decoded()).message();
        assertEquals("status", message.header().messageType());
        assertArrayEquals(new byte[] {-1, -2}, message.buffers().getFirst());
    }

    @Example
    void aPlaceBeforeTheOneBeforeIsNoMessage() {
        var payload = WebSocketCodec.encode(WebSocketProtocol.V1, Channel.SHELL, message("a"));
        var bytes = payload.bytes();
        bytes[16] = 1;

        var arrived = WebSocketCodec.decode(WebSocketProtocol.V1, new Payload(bytes, false));

        assertEquals(new Decoded.Dropped(FrameProblem.MALFORMED), arrived.decoded());
    }

    @Example
    void aChannelThatNobodyKnowsIsNoMessage() {
        var json = "{\"channel\":\"shout\",\"header\":{\"msg_id\":\"1\",\"msg_type\":\"status\"}}";

        var arrived =
                WebSocketCodec.decode(
                        WebSocketProtocol.JSON, new Payload(json.getBytes(UTF_8), true));

        assertEquals(new Decoded.Dropped(FrameProblem.MALFORMED), arrived.decoded());
    }

    @Example
    void jsonIsSentAsTextUntilThereAreBuffers() {
        var bare = WebSocketCodec.encode(WebSocketProtocol.JSON, Channel.SHELL, message("a"));
        var buffered =
                WebSocketCodec.encode(
                        WebSocketProtocol.JSON, Channel.SHELL, message("a", new byte[] {1}));

        assertTrue(bare.isText());
        assertTrue(new String(bare.bytes(), UTF_8).contains("\"channel\":\"shell\""));
        assertTrue(!buffered.isText());
    }

    @Provide
    Arbitrary<Message<RawJson>> messages() {
        var buffers = Arbitraries.bytes().array(byte[].class).ofMaxSize(40).list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.strings().ofMaxLength(40), buffers)
                .as((text, all) -> message(text, all.toArray(byte[][]::new)));
    }

    private static Message<RawJson> message(String text, byte[]... buffers) {
        var header = header("execute_request", "request " + text.hashCode());
        var content = RawJson.of(JsonObject.EMPTY.with("code", new JsonString(text)));
        var parent = text.length() % 2 == 0 ? null : header("input_request", "parent");
        return new Message<>(header, parent, RawJson.EMPTY_OBJECT, content, List.of(buffers));
    }

    private static MessageHeader header(String type, String id) {
        return new MessageHeader(
                new MessageId(id),
                new ClientSessionId("session"),
                "user",
                "2026-01-01T00:00:00Z",
                type,
                MessageHeader.PROTOCOL_VERSION,
                null);
    }
}
