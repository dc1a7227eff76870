package org.cellist.kernel.runtime;

/// How busy and how full a machine is. What is not known is negative.
///
/// @param cpu which part of all its cores works, 0 to 1
/// @param cores how many there are
/// @param memoryBytes what programs may use: all of it, or what the container that we are in may
/// @param freeBytes what of that can still be had
/// @param diskBytes the disk of the folder that was asked about
/// @param diskFreeBytes what this user may still write there
///
/// Immutable.
public record MachineLoad(
        double cpu,
        int cores,
        long memoryBytes,
        long freeBytes,
        long diskBytes,
        long diskFreeBytes) {

    /// Returns the bytes of memory in use; negative where that is not known.
    public long usedBytes() {
        return memoryBytes < 0 || freeBytes < 0 ? -1 : Math.max(0, memoryBytes - freeBytes);
    }
}
