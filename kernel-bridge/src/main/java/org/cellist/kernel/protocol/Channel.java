package org.cellist.kernel.protocol;

/// The channels of a kernel that carry messages; the heartbeat carries bare bytes. Immutable.
public enum Channel {
    /// Requests and replies, one after the other.
    SHELL,
    /// Requests that do not queue behind execution: interrupt, shutdown, debug.
    CONTROL,
    /// The kernel's broadcast of side effects.
    IOPUB,
    /// The kernel asks for a line of input.
    STDIN
}
