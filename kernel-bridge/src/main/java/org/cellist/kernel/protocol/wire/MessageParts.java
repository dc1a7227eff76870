package org.cellist.kernel.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.json.Utf8;
import org.cellist.kernel.protocol.wire.MessageCodec.Decoded;

/// The four parts of a message that are JSON, whatever carries them: header, parent header,
/// metadata, content.
///
/// Immutable.
public final class MessageParts {

    /// How many there are.
    public static final int COUNT = 4;

    private static final byte[] NO_PARENT = {'{', '}'};

    private MessageParts() {}

    /// Returns the parts of a message, in their order.
    public static List<byte[]> of(Message<RawJson> message) {
        var parent = message.parentHeader();
        return List.of(
                HeaderJson.write(message.header()),
                parent == null ? NO_PARENT : HeaderJson.write(parent),
                bytes(message.metadata()),
                bytes(message.content()));
    }

    /// Reads the parts of a message that has these buffers. Keeps the arrays: they must not
    /// change any more.
    public static Decoded read(List<byte[]> parts, List<byte[]> buffers) {
        try {
            return message(
                    RawJson.parse(parts.get(0)),
                    RawJson.parse(parts.get(1)),
                    lenient(parts.get(2)),
                    lenient(parts.get(3)),
                    buffers);
        } catch (JsonSyntaxException _) {
            return new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE);
        }
    }

    /// Makes a message of its parts, if they are those of one.
    static Decoded message(
            RawJson header,
            RawJson parent,
            RawJson metadata,
            RawJson content,
            List<byte[]> buffers) {
        var read = HeaderJson.read(header);
        boolean areObjects = parent.isObject() && metadata.isObject() && content.isObject();
        return read == null || !areObjects
                ? new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE)
                : new Decoded.Accepted(
                        new Message<>(
                                read, HeaderJson.readParent(parent), metadata, content, buffers));
    }

    /// jupyter_client writes text that Python could not decode, such as a file's name, as the
    /// bytes that it was: no UTF-8. As it does itself, U+FFFD is read for them, so that the
    /// output is not lost for one character.
    private static RawJson lenient(byte[] json) throws JsonSyntaxException {
        return RawJson.parse(
                Utf8.firstInvalid(json, 0, json.length) < 0
                        ? json
                        : new String(json, StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(RawJson json) {
        var buffer = json.buffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
