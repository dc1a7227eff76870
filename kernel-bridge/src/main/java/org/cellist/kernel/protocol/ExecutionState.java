package org.cellist.kernel.protocol;

/// What a kernel does now, the `execution_state` of a `status` message. Immutable.
public enum ExecutionState {
    STARTING,
    IDLE,
    BUSY,
    /// A state this build does not know.
    UNKNOWN
}
