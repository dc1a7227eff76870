package org.cellist.kernel.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Tells strictly whether bytes are UTF-8: no overlong form, no surrogate, nothing above
/// U+10FFFF.
///
/// The ranges are those of the Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
///
/// Immutable.
public final class Utf8 {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;

    private Utf8() {}

    /// Returns where the first byte stands that breaks the rules, or -1.
    public static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (true) {
            i = firstBeyondAscii(bytes, i, to);
            if (i >= to) {
                return -1;
            }
            int length = sequenceLength(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
        }
    }

    /// Returns where the first byte stands that is not ASCII, or `to`.
    public static int firstBeyondAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (int last = to - Long.BYTES; i <= last; i += Long.BYTES) {
            if (((long) LONGS.get(bytes, i) & HIGH) != 0) {
                break;
            }
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /// Returns how many bytes the well-formed character at `i` takes, or 0.
    private static int sequenceLength(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, i + 1, 1, to) ? 2 : 0;
        }
        int second = i + 1 < to ? bytes[i + 1] & 0xff : 0;
        if (lead >= 0xe0 && lead <= 0xef) {
            int least = lead == 0xe0 ? 0xa0 : 0x80;
            int most = lead == 0xed ? 0x9f : 0xbf;
            return second >= least && second <= most && continues(bytes, i + 2, 1, to) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            int least = lead == 0xf0 ? 0x90 : 0x80;
            int most = lead == 0xf4 ? 0x8f : 0xbf;
            return second >= least && second <= most && continues(bytes, i + 2, 2, to) ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int from, int count, int to) {
        if (from + count > to) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
