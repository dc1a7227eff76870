package org.cellist.app.storage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a changed notebook is written: after a pause in editing, or when that is too long in
/// coming.
///
/// Immutable.
///
/// @param quiet the pause
/// @param longest the longest a change waits while editing goes on
public record AutosavePolicy(Duration quiet, Duration longest) {

    private static final long LARGE_BYTES = 20L << 20;

    /// Returns the policy for a file of that size: large ones are written half as often.
    public static AutosavePolicy forSize(long sizeBytes) {
        var quiet = Duration.ofSeconds(2);
        return sizeBytes > LARGE_BYTES
                ? new AutosavePolicy(quiet, Duration.ofSeconds(60))
                : new AutosavePolicy(quiet, Duration.ofSeconds(30));
    }

    /// Returns when to write.
    ///
    /// @param firstUnsaved when the oldest change was made that the disk does not have; null for
    /// none
    /// @param lastChange when the newest change was made
    public @Nullable Instant due(@Nullable Instant firstUnsaved, Instant lastChange) {
        if (firstUnsaved == null) {
            return null;
        }
        var afterPause = lastChange.plus(quiet);
        var latest = firstUnsaved.plus(longest);
        return afterPause.isBefore(latest) ? afterPause : latest;
    }
}
