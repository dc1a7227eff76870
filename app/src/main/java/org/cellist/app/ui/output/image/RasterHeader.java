package org.cellist.app.ui.output.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the first bytes of a raster picture say, read without decoding it.
///
/// Sources: PNG 3rd edition, 11.2.1; GIF89a, 18; ITU T.81, B.2.2; RFC 9649 (WebP).
///
/// Immutable.
///
/// @param format of the file, whatever its name or MIME type says
record RasterHeader(Format format, PictureSize size) {

    enum Format {
        PNG,
        JPEG,
        GIF,
        WEBP
    }

    private static final int JPEG_START = 0xffd8;

    /// Reads a header; empty when it is none of the formats, or is cut off before the size.
    static Optional<RasterHeader> read(byte[] bytes) {
        var bits = new Bits(bytes);
        var size =
                switch (formatOf(bits)) {
                    case PNG -> bits.size(bits.int32(16), bits.int32(20));
                    case GIF -> bits.size(bits.little16(6), bits.little16(8));
                    case WEBP -> webp(bits);
                    case JPEG -> jpeg(bits);
                    case null -> null;
                };
        var format = formatOf(bits);
        return size == null || format == null
                ? Optional.empty()
                : Optional.of(new RasterHeader(format, size));
    }

    private static @Nullable Format formatOf(Bits bits) {
        if (bits.startsWith(1, "PNG\r\n")) {
            return Format.PNG;
        }
        if (bits.startsWith(0, "GIF8")) {
            return Format.GIF;
        }
        if (bits.startsWith(0, "RIFF") && bits.startsWith(8, "WEBP")) {
            return Format.WEBP;
        }
        return bits.int16(0) == JPEG_START ? Format.JPEG : null;
    }

    private static @Nullable PictureSize webp(Bits bits) {
        if (bits.startsWith(12, "VP8X")) {
            return bits.size(bits.little24(24) + 1, bits.little24(27) + 1);
        }
        if (bits.startsWith(12, "VP8L")) {
            int low = bits.little16(21);
            int high = bits.little16(23);
            return bits.size((low & 0x3fff) + 1, (low >> 14 | (high & 0xfff) << 2) + 1);
        }
        if (bits.startsWith(12, "VP8 ")) {
            return bits.size(bits.little16(26) & 0x3fff, bits.little16(28) & 0x3fff);
        }
        return null;
    }

    /// Goes from segment to segment until one begins a frame.
    private static @Nullable PictureSize jpeg(Bits bits) {
        int at = 2;
        while (at + 9 <= bits.length()) {
            if (bits.int8(at) != 0xff) {
                return null;
            }
            int marker = bits.int8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (isFrame(marker)) {
                return bits.size(bits.int16(at + 7), bits.int16(at + 5));
            } else {
                at += 2 + Math.max(2, bits.int16(at + 2));
            }
        }
        return null;
    }

    private static boolean isFrame(int marker) {
        boolean isTable = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= 0xc0 && marker <= 0xcf && !isTable;
    }

    /// Numbers in a byte array; beyond its end everything is zero.
    private static final class Bits {

        private final byte[] bytes;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        int length() {
            return bytes.length;
        }

        @Nullable PictureSize size(int width, int height) {
            return width > 0 && height > 0 ? new PictureSize(width, height) : null;
        }

        boolean startsWith(int at, String ascii) {
            var wanted = ascii.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < wanted.length; i++) {
                if (int8(at + i) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }

        int int8(int at) {
            return at < bytes.length ? bytes[at] & 0xff : 0;
        }

        int int16(int at) {
            return int8(at) << 8 | int8(at + 1);
        }

        int int32(int at) {
            return int16(at) << 16 | int16(at + 2);
        }

        int little16(int at) {
            return int8(at) | int8(at + 1) << 8;
        }

        int little24(int at) {
            return little16(at) | int8(at + 2) << 16;
        }
    }
}
