package org.cellist.kernel.runtime.hosted;

import org.cellist.kernel.channel.ConnectionInfo;
import org.jspecify.annotations.Nullable;

/// What a holder says of the kernel that it has.
///
/// @param isJoined whether it was there before
/// @param hasEnded whether only what it said last is left of it
/// @param file the connection file there
/// @param folder of the holder: the kernel's name among all that ever ran there
/// @param there where the kernel listens
/// @param recorder null where nobody records what it says
///
/// Immutable.
record HostReady(
        long processId,
        boolean isJoined,
        boolean hasEnded,
        String file,
        String folder,
        ConnectionInfo there,
        @Nullable Recorder recorder) {

    /// Where a recorder listens. Immutable.
    record Recorder(int port, String secret) {}
}
