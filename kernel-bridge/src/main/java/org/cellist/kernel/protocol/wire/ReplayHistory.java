package org.cellist.kernel.protocol.wire;

/// Remembers the newest signatures, so that a message that was recorded and sent again is known.
///
/// Of each signature 64 bits are kept: of two different messages, one in 2⁴⁸ would be taken for a
/// repetition. They lie in a ring, oldest first, and in a hash table with linear probing and
/// backward-shift deletion (Knuth, "The Art of Computer Programming" 3, 6.4, algorithm R): 1.5 MB
/// for a kernel, where a set of strings takes 10.
///
/// Confined to one thread.
final class ReplayHistory {

    private static final int HEX_DIGITS = 16;

    private final long[] ring;
    private final long[] table;
    private int next;
    private int size;

    /// @param capacity how many signatures are remembered; a power of two
    ReplayHistory(int capacity) {
        if (capacity < 1 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        ring = new long[capacity];
        table = new long[2 * capacity];
    }

    /// Remembers a signature that was verified; returns false if it was remembered already.
    ///
    /// @param signature hexadecimal digits, at least 16
    boolean add(byte[] signature) {
        long key = key(signature);
        int place = find(key);
        if (table[place] == key) {
            return false;
        }
        if (size == ring.length) {
            remove(ring[next]);
            place = find(key); // what stood in its way may have moved
        } else {
            size++;
        }
        table[place] = key;
        ring[next] = key;
        next = next + 1 & ring.length - 1;
        return true;
    }

    /// Returns the first 64 bits. 0 marks an empty place, so it stands for 1.
    private static long key(byte[] signature) {
        long key = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            key = key << 4 | Character.digit(signature[i], 16);
        }
        return key == 0 ? 1 : key;
    }

    /// Returns where the key is, or the empty place where it belongs.
    private int find(long key) {
        int place = home(key);
        while (table[place] != 0 && table[place] != key) {
            place = after(place);
        }
        return place;
    }

    private void remove(long key) {
        int gap = find(key);
        for (int i = after(gap); table[i] != 0; i = after(i)) {
            int home = home(table[i]);
            boolean homeLiesBetween = gap <= i ? gap < home && home <= i : gap < home || home <= i;
            if (!homeLiesBetween) {
                table[gap] = table[i];
                gap = i;
            }
        }
        table[gap] = 0;
    }

    private int home(long key) {
        return (int) key & table.length - 1; // the bits of a signature are random
    }

    private int after(int place) {
        return place + 1 & table.length - 1;
    }
}
