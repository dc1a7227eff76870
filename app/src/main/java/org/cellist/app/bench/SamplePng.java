package org.cellist.app.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// A valid PNG image of about a given size, the same bytes on every machine.
///
/// The pixels are stored, not compressed, so that no library's compressor decides about the
/// bytes.
///
/// Immutable.
final class SamplePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_PER_PIXEL = 3;
    private static final int STORED_BLOCK = 65_535;
    private static final int SMALLEST_SIDE = 8;

    private SamplePng() {}

    /// Returns a square image: a shaded surface with noise.
    static byte[] ofAbout(int sizeBytes, Random random) {
        int side = Math.max(SMALLEST_SIDE, (int) Math.sqrt(sizeBytes / (double) BYTES_PER_PIXEL));
        var png = new ByteArrayOutputStream(sizeBytes + 1024);
        try (var out = new DataOutputStream(png)) {
            out.write(SIGNATURE);
            writeChunk(out, "IHDR", header(side));
            writeChunk(out, "IDAT", stored(pixels(side, random)));
            writeChunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return png.toByteArray();
    }

    private static byte[] header(int side) throws IOException {
        var header = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(header)) {
            out.writeInt(side);
            out.writeInt(side);
            out.writeByte(8); // bits per sample
            out.writeByte(2); // red, green, blue
            out.write(new byte[3]); // deflate, no filter, not interlaced
        }
        return header.toByteArray();
    }

    private static byte[] pixels(int side, Random random) {
        var rows = new byte[side * (1 + side * BYTES_PER_PIXEL)];
        random.nextBytes(rows);
        int at = 0;
        for (int y = 0; y < side; y++) {
            rows[at++] = 0; // no filter
            for (int x = 0; x < side; x++) {
                int shade = 255 * (x + y) / (2 * side);
                for (int sample = 0; sample < BYTES_PER_PIXEL; sample++) {
                    rows[at] = (byte) (shade ^ (rows[at] & 0x1f));
                    at++;
                }
            }
        }
        return rows;
    }

    private static byte[] stored(byte[] data) throws IOException {
        var zlib = new ByteArrayOutputStream(data.length + 1024);
        try (var out = new DataOutputStream(zlib)) {
            out.writeShort(0x7801);
            for (int from = 0; from < data.length; from += STORED_BLOCK) {
                int length = Math.min(STORED_BLOCK, data.length - from);
                out.writeByte(from + length == data.length ? 1 : 0);
                out.writeShort(Short.reverseBytes((short) length));
                out.writeShort(Short.reverseBytes((short) ~length));
                out.write(data, from, length);
            }
            var checksum = new Adler32();
            checksum.update(data);
            out.writeInt((int) checksum.getValue());
        }
        return zlib.toByteArray();
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] content)
            throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
