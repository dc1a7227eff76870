package org.cellist.app.storage.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Cuts a file into pieces where its own content says so: an edit changes the pieces around it, and
/// all others are those of the version before.
///
/// A place is a cut when a hash of the 64 bytes before it ends in zeros (the gear hash of Xia et
/// al., "FastCDC", USENIX ATC 2016). So a picture below a cell whose source was changed is shared,
/// and nothing has to be known of the format.
///
/// Immutable.
final class Pieces {

    /// The least bytes of a piece, but for the last one.
    static final int LEAST = 8 << 10;

    /// The most bytes of a piece.
    static final int MOST = 256 << 10;

    /// One place in 16,384 is a cut.
    private static final long MASK = 0xfffcL << 48;

    private static final long[] GEAR = gear();

    private Pieces() {}

    /// Returns the pieces in order; together they are the content.
    static List<ByteBuffer> of(byte[] content) {
        var pieces = new ArrayList<ByteBuffer>();
        int from = 0;
        while (from < content.length) {
            int to = end(content, from);
            pieces.add(ByteBuffer.wrap(content, from, to - from).slice().asReadOnlyBuffer());
            from = to;
        }
        return pieces;
    }

    private static int end(byte[] content, int from) {
        int most = Math.min(content.length, from + MOST);
        long hash = 0;
        for (int i = from + LEAST - Long.SIZE; i < most; i++) {
            hash = (hash << 1) + GEAR[content[i] & 0xff];
            if (i + 1 >= from + LEAST && (hash & MASK) == 0) {
                return i + 1;
            }
        }
        return most;
    }

    /// The numbers of SplitMix64: they must be the same in every version of the program.
    private static long[] gear() {
        var gear = new long[256];
        long state = 0;
        for (int i = 0; i < gear.length; i++) {
            state += 0x9e3779b97f4a7c15L;
            long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            gear[i] = mixed ^ (mixed >>> 31);
        }
        return gear;
    }
}
