package org.cellist.kernel.protocol.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;
import org.jspecify.annotations.Nullable;

/// Messages to what a WebSocket carries, and back. A server signs nothing: whom it is spoken
/// with is a matter of the connection.
///
/// # JSON
///
/// One object with the four parts and the name of the channel. With buffers it comes as bytes:
/// their number and their places as big-endian 32 bits, the object first among them.
///
/// # v1
///
/// The number of places and the places as little-endian 64 bits, then the channel's name, the
/// four parts, the buffers; the last place is the end.
///
/// What a server sends is read like a file from a stranger: what is wrong is dropped, and
/// said.
///
/// Immutable.
public final class WebSocketCodec {

    private static final int JSON_WORD = Integer.BYTES;
    private static final int V1_WORD = Long.BYTES;

    /// The channel's name, the parts, and the end.
    private static final int V1_LEAST = 1 + MessageParts.COUNT + 1;

    private WebSocketCodec() {}

    /// One message of a WebSocket. Nobody may change the bytes. Immutable.
    public static final class Payload {

        private final byte[] bytes;
        private final boolean isText;

        /// @param isText whether the bytes are UTF-8 for a text message
        public Payload(byte[] bytes, boolean isText) {
            this.bytes = bytes;
            this.isText = isText;
        }

        public byte[] bytes() {
            return bytes;
        }

        public boolean isText() {
            return isText;
        }
    }

    /// What came: the message or what was wrong, and on which channel; on shell, where that
    /// could not be read. Immutable.
    public record Arrived(Channel channel, Decoded decoded) {

        private static Arrived dropped(FrameProblem problem) {
            return new Arrived(Channel.SHELL, new Decoded.Dropped(problem));
        }
    }

    /// Returns what to send.
    public static Payload encode(
            WebSocketProtocol protocol, Channel channel, Message<RawJson> message) {
        var name = channel.name().toLowerCase(Locale.ROOT);
        return switch (protocol) {
            case JSON -> json(name, message);
            case V1 -> v1(name, message);
        };
    }

    /// Reads what came. Keeps the array: it must not change any more.
    public static Arrived decode(WebSocketProtocol protocol, Payload payload) {
        if (payload.bytes().length > MessageCodec.MAX_MESSAGE_BYTES) {
            return Arrived.dropped(FrameProblem.TOO_LARGE);
        }
        return switch (protocol) {
            case V1 -> payload.isText() ? malformed() : fromV1(payload.bytes());
            case JSON ->
                    payload.isText()
                            ? fromJson(payload.bytes(), List.of())
                            : fromBinaryJson(payload.bytes());
        };
    }

    private static Arrived malformed() {
        return Arrived.dropped(FrameProblem.MALFORMED);
    }

    private static Payload json(String channel, Message<RawJson> message) {
        var object = object(channel, message);
        if (message.buffers().isEmpty()) {
            return new Payload(object, true);
        }
        var parts = new ArrayList<byte[]>();
        parts.add(object);
        parts.addAll(message.buffers());
        var table = ByteBuffer.allocate(JSON_WORD * (parts.size() + 1)).putInt(parts.size());
        int place = table.capacity();
        for (var part : parts) {
            table.putInt(place);
            place = Math.addExact(place, part.length);
        }
        return new Payload(joined(table.array(), parts), false);
    }

    private static byte[] object(String channel, Message<RawJson> message) {
        var parts = MessageParts.of(message);
        var json = new ByteArrayOutputStream();
        var names = List.of("header", "parent_header", "metadata", "content");
        for (int i = 0; i < names.size(); i++) {
            json.writeBytes(ascii((i == 0 ? "{\"" : ",\"") + names.get(i) + "\":"));
            json.writeBytes(parts.get(i));
        }
        json.writeBytes(ascii(",\"channel\":\"" + channel + "\"}"));
        return json.toByteArray();
    }

    private static Payload v1(String channel, Message<RawJson> message) {
        var parts = new ArrayList<byte[]>();
        parts.add(ascii(channel));
        parts.addAll(MessageParts.of(message));
        parts.addAll(message.buffers());
        int places = parts.size() + 1;
        var table = ByteBuffer.allocate(V1_WORD * (places + 1)).order(ByteOrder.LITTLE_ENDIAN);
        table.putLong(places);
        long place = table.capacity();
        for (var part : parts) {
            table.putLong(place);
            place += part.length;
        }
        table.putLong(place);
        return new Payload(joined(table.array(), parts), false);
    }

    private static byte[] joined(byte[] table, List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(table);
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Arrived fromV1(byte[] bytes) {
        var table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long count = bytes.length < V1_WORD ? 0 : table.getLong();
        if (count < V1_LEAST || count > bytes.length / V1_WORD - 1) {
            return malformed();
        }
        if (count > MessageCodec.MAX_FRAMES) {
            return Arrived.dropped(FrameProblem.TOO_LARGE);
        }
        var places = new long[(int) count];
        for (int i = 0; i < places.length; i++) {
            places[i] = table.getLong();
        }
        var parts = parts(bytes, places);
        var channel = parts == null ? null : channel(parts.getFirst()).orElse(null);
        if (parts == null || channel == null) {
            return malformed();
        }
        int buffers = 1 + MessageParts.COUNT;
        return new Arrived(
                channel,
                MessageParts.read(parts.subList(1, buffers), parts.subList(buffers, parts.size())));
    }

    /// Returns what lies between each two places; null if they do not ascend within the bytes.
    private static @Nullable List<byte[]> parts(byte[] bytes, long[] places) {
        var parts = new ArrayList<byte[]>(places.length - 1);
        for (int i = 0; i + 1 < places.length; i++) {
            long from = places[i];
            long to = places[i + 1];
            if (from < 0 || from > to || to > bytes.length) {
                return null;
            }
            parts.add(Arrays.copyOfRange(bytes, (int) from, (int) to));
        }
        return parts;
    }

    private static Arrived fromBinaryJson(byte[] bytes) {
        var table = ByteBuffer.wrap(bytes);
        int count = bytes.length < JSON_WORD ? 0 : table.getInt();
        if (count < 1 || count > bytes.length / JSON_WORD - 1) {
            return malformed();
        }
        if (count > MessageCodec.MAX_FRAMES) {
            return Arrived.dropped(FrameProblem.TOO_LARGE);
        }
        var places = new long[count + 1];
        for (int i = 0; i < count; i++) {
            places[i] = Integer.toUnsignedLong(table.getInt());
        }
        places[count] = bytes.length;
        var parts = parts(bytes, places);
        return parts == null
                ? malformed()
                : fromJson(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static Arrived fromJson(byte[] object, List<byte[]> buffers) {
        try {
            var members = new ContentJson(RawJson.parse(object));
            return channel(ascii(members.textOr("channel", "")))
                    .map(
                            it ->
                                    new Arrived(
                                            it,
                                            MessageParts.message(
                                                    members.raw("header"),
                                                    members.raw("parent_header"),
                                                    members.raw("metadata"),
                                                    members.raw("content"),
                                                    buffers)))
                    .orElseGet(WebSocketCodec::malformed);
        } catch (JsonSyntaxException _) {
            return Arrived.dropped(FrameProblem.NOT_A_MESSAGE);
        }
    }

    private static Optional<Channel> channel(byte[] name) {
        var text = new String(name, StandardCharsets.US_ASCII);
        return Arrays.stream(Channel.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
