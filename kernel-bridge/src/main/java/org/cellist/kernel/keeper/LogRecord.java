package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.cellist.kernel.recording.RecordKind;
import org.jspecify.annotations.Nullable;

/// One entry of a log.
///
/// In the file: length of the body, its CRC-32C, and the body: the kind, the run, each with its
/// length, and the frames, each with its own. A record that a kill or a full disk cut short does
/// not fit its length or its sum.
///
/// @param run the request that it belongs to, if that is a run of a cell; else empty
/// @param frames a message as it went over the wire, for the kinds that are messages
///
/// Immutable; nobody changes the frames.
record LogRecord(RecordKind kind, String run, List<byte[]> frames) {

    private static final int HEAD = 2 * Integer.BYTES;

    /// A message may have 512 MiB.
    private static final int MOST_BYTES = 600 << 20;

    static LogRecord of(RecordKind kind) {
        return new LogRecord(kind, "", List.of());
    }

    boolean isMessage() {
        return kind == RecordKind.IOPUB || kind == RecordKind.SHELL || kind == RecordKind.STDIN;
    }

    /// Returns the record as it stands in the file.
    ByteBuffer bytes() {
        var name = kind.bytes();
        var owner = run.getBytes(StandardCharsets.UTF_8);
        int size = 2 * Integer.BYTES + name.length + owner.length;
        for (var frame : frames) {
            size = Math.addExact(size, Integer.BYTES + frame.length);
        }
        var buffer = ByteBuffer.allocate(HEAD + size);
        buffer.position(HEAD);
        buffer.putInt(name.length).put(name).putInt(owner.length).put(owner);
        frames.forEach(frame -> buffer.putInt(frame.length).put(frame));
        buffer.putInt(0, size).putInt(Integer.BYTES, sum(buffer.array(), size));
        return buffer.flip();
    }

    private static int sum(byte[] bytes, int size) {
        var sum = new CRC32C();
        sum.update(bytes, HEAD, size);
        return (int) sum.getValue();
    }

    /// What stands at a place of a log. Immutable.
    ///
    /// @param record null if it is damaged
    /// @param end where the next begins
    record Placed(@Nullable LogRecord record, long end) {}

    /// Reads what stands there; null if nothing whole does.
    static @Nullable Placed read(FileChannel file, long position, long limit) throws IOException {
        if (limit - position < HEAD) {
            return null;
        }
        var head = ByteBuffer.allocate(Integer.BYTES);
        int size = fill(file, head, position) ? head.getInt(0) : -1;
        if (size < 2 * Integer.BYTES || size > MOST_BYTES || limit - position - HEAD < size) {
            return null;
        }
        var buffer = ByteBuffer.allocate(HEAD + size);
        if (!fill(file, buffer, position)) {
            return null;
        }
        boolean isWhole = buffer.getInt(Integer.BYTES) == sum(buffer.array(), size);
        var record = isWhole ? parse(buffer.position(HEAD)) : null;
        return new Placed(record, position + HEAD + size);
    }

    private static boolean fill(FileChannel file, ByteBuffer buffer, long position)
            throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static LogRecord parse(ByteBuffer body) {
        var kind = RecordKind.named(frame(body));
        var run = new String(frame(body), StandardCharsets.UTF_8);
        var frames = new ArrayList<byte[]>();
        while (body.hasRemaining()) {
            frames.add(frame(body));
        }
        return new LogRecord(kind, run, frames);
    }

    private static byte[] frame(ByteBuffer body) {
        var bytes = new byte[body.getInt()];
        body.get(bytes);
        return bytes;
    }
}
