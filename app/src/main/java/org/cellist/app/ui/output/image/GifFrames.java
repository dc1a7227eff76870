package org.cellist.app.ui.output.image;

/// Counts the frames of a GIF without decoding them (GIF89a specification, 15 to 26).
///
/// Immutable.
final class GifFrames {

    private static final int HEADER = 13;
    private static final int FRAME = 0x2c;
    private static final int EXTENSION = 0x21;

    private GifFrames() {}

    /// Returns how many frames there are; a damaged file has those before the damage.
    static int count(byte[] gif) {
        int frames = 0;
        int at = HEADER + colourTable(gif, 10);
        while (at < gif.length) {
            int block = gif[at] & 0xff;
            if (block == FRAME) {
                frames++;
                at = afterSubBlocks(gif, at + 11 + colourTable(gif, at + 9));
            } else if (block == EXTENSION) {
                at = afterSubBlocks(gif, at + 2);
            } else {
                break;
            }
        }
        return frames;
    }

    private static int colourTable(byte[] gif, int flagsAt) {
        int flags = flagsAt < gif.length ? gif[flagsAt] : 0;
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterSubBlocks(byte[] gif, int from) {
        int at = from;
        while (at < gif.length && gif[at] != 0) {
            at += 1 + (gif[at] & 0xff);
        }
        return at + 1;
    }
}
