package org.cellist.kernel.protocol;

/// What a kernel does now, the `execution_state` of a `status` message. Immutable.
public enum ExecutionState {
    STARTING,
    IDLE,
    BUSY,
    /// Said by a Jupyter server: the process died, and the server starts another one.
    RESTARTING,
    /// Said by a Jupyter server: the process died, and the server gives up.
    DEAD,
    /// A state this build does not know.
    UNKNOWN
}
