package org.cellist.kernel.runtime.jupyter;

import java.util.List;

/// How full a Colab runtime is. Bytes are negative where it does not say.
///
/// @param memoryBytes all that it has
/// @param freeBytes what of it is free
/// @param diskBytes the largest of its disks
/// @param diskUsedBytes what of that is taken
///
/// Immutable.
public record ColabResources(
        long memoryBytes, long freeBytes, long diskBytes, long diskUsedBytes, List<Gpu> gpus) {

    public ColabResources {
        gpus = List.copyOf(gpus);
    }

    /// A GPU of it.
    ///
    /// @param name its maker's
    /// @param load which part of the time it works, 0 to 1; negative where it is not said
    ///
    /// Immutable.
    public record Gpu(String name, long memoryBytes, long usedBytes, double load) {}

    /// Returns the memory that is taken; negative where that is not known.
    public long usedBytes() {
        return memoryBytes < 0 || freeBytes < 0 ? -1 : Math.max(0, memoryBytes - freeBytes);
    }
}
