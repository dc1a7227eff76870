package org.cellist.kernel.runtime;

import java.nio.file.Path;
import java.time.Duration;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Why a kernel did not start. Immutable.
public sealed interface StartFailure {

    /// The kernelspec's program is not installed.
    ///
    /// @param program as the kernelspec names it
    record ProgramMissing(String program) implements StartFailure {}

    /// Nobody agreed yet to run what lies there; nothing was run.
    record ConsentNeeded(Path path) implements StartFailure {}

    /// The process ended before it answered.
    record DiedAtStart(KernelExit exit) implements StartFailure {}

    /// The process lives but did not answer in time; it was killed.
    record TimedOut(Duration waited, String lastWords) implements StartFailure {}

    /// The system refused: no folder for the connection file, no free port, no process.
    ///
    /// @param reason the system's own words
    record SystemRefused(String reason) implements StartFailure {}

    /// The Jupyter server would not, or could not be asked.
    record ServerFailed(ServerProblem problem) implements StartFailure {}

    /// The machine that is reached over SSH would not, or could not be asked.
    record HostFailed(HostProblem problem) implements StartFailure {}
}
