package org.cellist.kernel.runtime;

import java.time.Instant;

/// A kernel that the keeper owns, as it was when it was asked.
///
/// @param id the keeper's name for it
/// @param notebook the path of its notebook; empty if that has none
/// @param since when it was started
/// @param active when it said something last
/// @param work what it does
/// @param isHeld whether a window has it, this one or another
///
/// Immutable.
public record KeptSession(
        String id,
        long processId,
        Kernelspec kernelspec,
        String notebook,
        Instant since,
        Instant active,
        Work work,
        boolean isHeld) {

    /// What a kernel does. Immutable.
    public enum Work {
        BUSY,
        IDLE,
        /// It has ended, and what it said last is still there.
        ENDED
    }
}
