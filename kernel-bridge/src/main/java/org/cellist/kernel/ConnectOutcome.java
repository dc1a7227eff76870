package org.cellist.kernel;

import org.cellist.kernel.runtime.StartFailure;

/// How starting a kernel and connecting to it ended. Immutable.
public sealed interface ConnectOutcome {

    /// The kernel answers and its broadcasts arrive.
    record Connected(ConnectedKernel kernel) implements ConnectOutcome {}

    /// It does not run.
    record Failed(StartFailure failure) implements ConnectOutcome {}
}
