package org.cellist.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Messages to frames and back: identities, `<IDS|MSG>`, signature, header, parent header,
/// metadata, content, buffers; Jupyter messaging specification 5.x, "The wire protocol".
///
/// A kernel is parsed like a file from a stranger: each message is checked, limited and, if it
/// fails,
/// answered with a [FrameProblem], never with an exception.
///
/// Confined to one thread.
public final class MessageCodec {

    /// The most frames of one message.
    static final int MAX_FRAMES = 10_000;

    /// The most bytes of one message.
    static final long MAX_MESSAGE_BYTES = 1L << 30;

    /// How many signatures are remembered, as many as jupyter_client keeps.
    private static final int REMEMBERED_SIGNATURES = 1 << 16;

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final MessageSignature signature;
    private final LinkedHashSet<String> seen = new LinkedHashSet<>();

    public MessageCodec(MessageSignature signature) {
        this.signature = signature;
    }

    /// What came of received frames. Immutable.
    public sealed interface Decoded {

        /// A message, signed by the kernel and new.
        record Accepted(Message<RawJson> message) implements Decoded {}

        /// Not to be trusted, or not understood: dropped.
        record Dropped(FrameProblem problem) implements Decoded {}
    }

    /// Returns the frames of a message, without identities.
    public List<byte[]> encode(Message<RawJson> message) {
        var parent = message.parentHeader();
        var parts =
                List.of(
                        header(message.header()),
                        parent == null ? EMPTY_OBJECT : header(parent),
                        bytes(message.metadata()),
                        bytes(message.content()));
        var frames = new ArrayList<byte[]>();
        frames.add(DELIMITER);
        frames.add(signature.of(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /// Checks and reads the frames of one message, identities included.
    public Decoded decode(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (frames.size() < first + JSON_PARTS) {
            return new Decoded.Dropped(FrameProblem.MALFORMED);
        }
        if (frames.size() > MAX_FRAMES || size(frames) > MAX_MESSAGE_BYTES) {
            return new Decoded.Dropped(FrameProblem.TOO_LARGE);
        }
        var parts = frames.subList(first, first + JSON_PARTS);
        var sent = frames.get(delimiter + 1);
        if (!signature.verifies(sent, parts)) {
            return new Decoded.Dropped(FrameProblem.BAD_SIGNATURE);
        }
        if (!remember(new String(sent, StandardCharsets.US_ASCII))) {
            return new Decoded.Dropped(FrameProblem.REPLAYED);
        }
        var buffers = List.copyOf(frames.subList(first + JSON_PARTS, frames.size()));
        return message(parts, buffers);
    }

    private static long size(List<byte[]> frames) {
        return frames.stream().mapToLong(frame -> frame.length).sum();
    }

    private boolean remember(String sent) {
        if (!seen.add(sent)) {
            return false;
        }
        if (seen.size() > REMEMBERED_SIGNATURES) {
            seen.removeFirst();
        }
        return true;
    }

    private static Decoded message(List<byte[]> parts, List<byte[]> buffers) {
        try {
            var header = header(RawJson.parse(parts.get(0)).object());
            var parent = header(RawJson.parse(parts.get(1)).object());
            var metadata = RawJson.parse(parts.get(2));
            var content = RawJson.parse(parts.get(3));
            if (header == null || !content.isObject()) {
                return new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE);
            }
            return new Decoded.Accepted(new Message<>(header, parent, metadata, content, buffers));
        } catch (JsonSyntaxException _) {
            return new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE);
        }
    }

    /// Reads a header; null for an object without the members that name a message.
    private static @Nullable MessageHeader header(JsonObject json) {
        var id = json.string("msg_id");
        var type = json.string("msg_type");
        if (id == null || type == null) {
            return null;
        }
        return new MessageHeader(
                new MessageId(id),
                new ClientSessionId(orEmpty(json.string("session"))),
                orEmpty(json.string("username")),
                json.string("date"),
                type,
                orEmpty(json.string("version")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] header(MessageHeader header) {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("msg_id", new JsonString(header.msgId().value()));
        members.put("msg_type", new JsonString(header.messageType()));
        members.put("username", new JsonString(header.username()));
        members.put("session", new JsonString(header.session().value()));
        if (header.date() != null) {
            members.put("date", new JsonString(header.date()));
        }
        members.put("version", new JsonString(header.version()));
        return JsonText.compact(new JsonObject(members)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(RawJson json) {
        var buffer = json.buffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
