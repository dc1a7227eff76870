package org.cellist.kernel.runtime.host;

/// A processor for numbers that a machine has.
///
/// @param name as its driver calls it
/// @param totalMiB its memory; 0 where that is not told
/// @param freeMiB what of it nobody uses; 0 where that is not told
/// @param busyPercent how much of the last moment it worked; -1 where that is not told
///
/// Immutable.
public record Accelerator(Kind kind, String name, long totalMiB, long freeMiB, int busyPercent) {

    /// What it is called among people. Immutable.
    public enum Kind {
        GPU,
        TPU
    }
}
