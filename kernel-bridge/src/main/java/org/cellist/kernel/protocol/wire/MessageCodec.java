package org.cellist.kernel.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.json.Utf8;

/// Messages to frames and back: identities, `<IDS|MSG>`, signature, header, parent header,
/// metadata, content, buffers; Jupyter messaging specification 5.x, "The wire protocol".
///
/// A kernel is parsed like a file from a stranger: each message is checked, limited and, if it
/// fails, answered with a [FrameProblem], never with an exception.
///
/// Confined to one thread.
public final class MessageCodec {

    /// The most frames of one message. A widget sends one for each of its arrays.
    public static final int MAX_FRAMES = 10_000;

    /// The most bytes of one message, all frames together.
    public static final long MAX_MESSAGE_BYTES = 512L << 20;

    /// How many signatures are remembered, as many as jupyter_client keeps
    /// (`Session.digest_history_size`).
    private static final int REMEMBERED_SIGNATURES = 1 << 16;

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;
    private static final byte[] NO_PARENT = {'{', '}'};

    private final MessageSignature signature;
    private final ReplayHistory seen = new ReplayHistory(REMEMBERED_SIGNATURES);

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
                        HeaderJson.write(message.header()),
                        parent == null ? NO_PARENT : HeaderJson.write(parent),
                        bytes(message.metadata()),
                        bytes(message.content()));
        var frames = new ArrayList<byte[]>(2 + JSON_PARTS + message.buffers().size());
        frames.add(DELIMITER);
        frames.add(signature.of(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /// Checks and reads the frames of one message, identities included. Keeps the arrays: they
    /// must not change any more.
    public Decoded decode(List<byte[]> frames) {
        if (frames.size() > MAX_FRAMES || sizeBytes(frames) > MAX_MESSAGE_BYTES) {
            return new Decoded.Dropped(FrameProblem.TOO_LARGE);
        }
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (frames.size() < first + JSON_PARTS) {
            return new Decoded.Dropped(FrameProblem.MALFORMED);
        }
        var parts = frames.subList(first, first + JSON_PARTS);
        var sent = frames.get(delimiter + 1);
        if (!signature.verifies(sent, parts)) {
            return new Decoded.Dropped(FrameProblem.BAD_SIGNATURE);
        }
        if (!seen.add(sent)) {
            return new Decoded.Dropped(FrameProblem.REPLAYED);
        }
        return message(parts, frames.subList(first + JSON_PARTS, frames.size()));
    }

    /// Returns how many bytes the frames have together.
    public static long sizeBytes(List<byte[]> frames) {
        long size = 0;
        for (var frame : frames) {
            size += frame.length;
        }
        return size;
    }

    private static Decoded message(List<byte[]> parts, List<byte[]> buffers) {
        try {
            var header = HeaderJson.read(RawJson.parse(parts.get(0)));
            var parent = RawJson.parse(parts.get(1));
            var metadata = lenient(parts.get(2));
            var content = lenient(parts.get(3));
            boolean areObjects = parent.isObject() && metadata.isObject() && content.isObject();
            if (header == null || !areObjects) {
                return new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE);
            }
            return new Decoded.Accepted(
                    new Message<>(
                            header, HeaderJson.readParent(parent), metadata, content, buffers));
        } catch (JsonSyntaxException _) {
            return new Decoded.Dropped(FrameProblem.NOT_A_MESSAGE);
        }
    }

    /// jupyter_client writes text that Python could not decode, such as a file's name, as the
    /// bytes that it was: no UTF-8. As it does itself, U+FFFD is read for them, so that the output
    /// is not lost for one character.
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
