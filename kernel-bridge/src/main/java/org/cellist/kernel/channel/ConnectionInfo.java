package org.cellist.kernel.channel;

import org.jspecify.annotations.Nullable;

/// The address of one kernel, as its connection file tells it: TCP, signed with
/// HMAC-SHA256, and encrypted where the kernel can do that.
///
/// @param ip the address that the kernel listens on, a loopback address for a local kernel
/// @param shellPort execution and other requests
/// @param iopubPort what the kernel broadcasts
/// @param stdinPort the kernel's questions
/// @param controlPort requests that do not wait behind execution
/// @param heartbeatPort `hb_port`, the echo
/// @param key what both sides sign with; never empty, since an unsigned kernel is open to every
///     user of the machine
/// @param curve the keys of a kernel that encrypts; null for one that sends in the clear, where
///     every user of the machine can listen to what it broadcasts
///
/// Immutable.
public record ConnectionInfo(
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int heartbeatPort,
        String key,
        @Nullable CurveKeys curve) {

    public ConnectionInfo {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a kernel without a key is refused");
        }
    }

    /// Leaves the key out, so that no log holds it.
    @Override
    public String toString() {
        return "ConnectionInfo["
                + ip
                + ", shell "
                + shellPort
                + ", iopub "
                + iopubPort
                + ", stdin "
                + stdinPort
                + ", control "
                + controlPort
                + ", heartbeat "
                + heartbeatPort
                + (curve == null ? "" : ", encrypted")
                + "]";
    }
}
