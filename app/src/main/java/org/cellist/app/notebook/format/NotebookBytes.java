package org.cellist.app.notebook.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// A notebook ready to be written: slices of the file it came from and the parts that changed.
///
/// Immutable.
public final class NotebookBytes {

    /// A channel copies what it writes into memory outside the heap and keeps that; so no more
    /// than 1 MiB goes in at once.
    private static final int MOST_AT_ONCE = 1 << 20;

    private final List<ByteBuffer> segments;
    private final long sizeBytes;

    /// @param segments what to write, in order; each lies in an array
    NotebookBytes(List<ByteBuffer> segments) {
        this.segments = List.copyOf(segments);
        this.sizeBytes = segments.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /// Returns what is written in one piece, a page made from a notebook for one. The array is not
    /// copied: nobody may change it.
    public static NotebookBytes of(byte[] bytes) {
        return new NotebookBytes(List.of(ByteBuffer.wrap(bytes)));
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /// Writes all bytes, in order.
    public void writeTo(WritableByteChannel channel) throws IOException {
        for (var segment : segments) {
            for (int from = 0; from < segment.remaining(); from += MOST_AT_ONCE) {
                int length = Math.min(MOST_AT_ONCE, segment.remaining() - from);
                var part = segment.slice(segment.position() + from, length);
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
        }
    }

    public byte[] toByteArray() {
        var bytes = new ByteArrayOutputStream((int) sizeBytes);
        for (var segment : segments) {
            bytes.write(
                    segment.array(),
                    segment.arrayOffset() + segment.position(),
                    segment.remaining());
        }
        return bytes.toByteArray();
    }

    /// Returns the SHA-256 of the bytes.
    public byte[] sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            segments.forEach(segment -> digest.update(segment.duplicate()));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
