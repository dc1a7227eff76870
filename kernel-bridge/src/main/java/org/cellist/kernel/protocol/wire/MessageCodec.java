package org.cellist.kernel.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

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

    private final MessageSignature signature;
    private @Nullable ReplayHistory seen; // once something is decoded: it is large

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
        var parts = MessageParts.of(message);
        var frames = new ArrayList<byte[]>(2 + MessageParts.COUNT + message.buffers().size());
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
        if (frames.size() < first + MessageParts.COUNT) {
            return new Decoded.Dropped(FrameProblem.MALFORMED);
        }
        var parts = frames.subList(first, first + MessageParts.COUNT);
        var sent = frames.get(delimiter + 1);
        if (!signature.verifies(sent, parts)) {
            return new Decoded.Dropped(FrameProblem.BAD_SIGNATURE);
        }
        if (!isNew(sent)) {
            return new Decoded.Dropped(FrameProblem.REPLAYED);
        }
        return MessageParts.read(parts, frames.subList(first + MessageParts.COUNT, frames.size()));
    }

    private boolean isNew(byte[] sent) {
        var history = seen;
        if (history == null) {
            history = new ReplayHistory(REMEMBERED_SIGNATURES);
            seen = history;
        }
        return history.add(sent);
    }

    /// Returns how many bytes the frames have together.
    public static long sizeBytes(List<byte[]> frames) {
        long size = 0;
        for (var frame : frames) {
            size += frame.length;
        }
        return size;
    }
}
