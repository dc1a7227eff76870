package org.cellist.kernel.recording;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;

/// What goes between Cellist and a recorder: packets of frames, each with its length before it.
/// The first frame is a JSON object, or in a stream of a log the record's kind.
///
/// Thread-safe, with one reading at a time.
public final class Packets implements RecordSource {

    private static final int FEW_BYTES = 64 << 10;

    private final ByteChannel channel;
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES); // of the reading thread

    /// Takes over the channel.
    public Packets(ByteChannel channel) {
        this.channel = channel;
    }

    /// Returns the frames of the next packet.
    ///
    /// @throws EOFException if the other side is gone
    /// @throws IOException if what comes is no packet, or the connection broke
    @Override
    public List<byte[]> read() throws IOException {
        int count = readNumber();
        if (count < 1 || count > MessageCodec.MAX_FRAMES) {
            throw new IOException("not a packet: of " + count + " frames");
        }
        var frames = new ArrayList<byte[]>(count);
        long size = 0;
        for (int i = 0; i < count; i++) {
            int length = readNumber();
            size += length;
            if (length < 0 || size > MessageCodec.MAX_MESSAGE_BYTES) {
                throw new IOException("not a packet: of " + size + " bytes");
            }
            var frame = ByteBuffer.allocate(length);
            fill(frame);
            frames.add(frame.array());
        }
        return frames;
    }

    private int readNumber() throws IOException {
        number.clear();
        fill(number);
        return number.flip().getInt();
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }

    /// Writes one packet. Waits while the other side does not read.
    public synchronized void write(List<byte[]> frames) throws IOException {
        long size = MessageCodec.sizeBytes(frames) + (long) Integer.BYTES * (frames.size() + 1);
        if (size <= FEW_BYTES) {
            var all = ByteBuffer.allocate((int) size).putInt(frames.size());
            frames.forEach(frame -> all.putInt(frame.length).put(frame));
            writeAll(all.flip());
            return;
        }
        writeAll(ByteBuffer.allocate(Integer.BYTES).putInt(frames.size()).flip());
        for (var frame : frames) {
            writeAll(ByteBuffer.allocate(Integer.BYTES).putInt(frame.length).flip());
            writeAll(ByteBuffer.wrap(frame));
        }
    }

    /// Writes a packet of one object.
    public void write(JsonObject head) throws IOException {
        write(List.of(bytes(head)));
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// Returns the frame that has this object.
    public static byte[] bytes(JsonObject object) {
        return JsonText.compact(object).getBytes(StandardCharsets.UTF_8);
    }

    /// Returns the object of a frame.
    ///
    /// @throws IOException if the frame is no JSON object
    public static JsonObject object(byte[] frame) throws IOException {
        try {
            return RawJson.parse(frame).object();
        } catch (JsonSyntaxException e) {
            throw new IOException("not a packet: no object begins it", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It is of no more use either way.
        }
    }
}
