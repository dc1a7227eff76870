package org.cellist.kernel.runtime.accelerator;

/// How full and how busy a GPU is.
///
/// @param totalBytes its memory; negative where that is not known
/// @param freeBytes what of it is free; negative where that is not known
/// @param percent how much of the time it worked of late, 0 to 100; negative where that is not
///     known, as of one that is divided
///
/// Immutable.
public record GpuLoad(long totalBytes, long freeBytes, int percent) {

    /// Nothing is known.
    public static final GpuLoad UNKNOWN = new GpuLoad(-1, -1, -1);

    /// Returns what is taken of its memory, in bytes; negative where that is not known.
    public long usedBytes() {
        return totalBytes < 0 || freeBytes < 0 ? -1 : Math.max(0, totalBytes - freeBytes);
    }
}
