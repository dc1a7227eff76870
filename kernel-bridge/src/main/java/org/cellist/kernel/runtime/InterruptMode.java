package org.cellist.kernel.runtime;

/// How a kernel wants to be interrupted: `interrupt_mode` of kernel.json. Immutable.
public enum InterruptMode {
    /// SIGINT to the kernel's process group; the default.
    SIGNAL,
    /// An `interrupt_request` on the control channel.
    MESSAGE
}
