package org.cellist.kernel.runtime;

/// What became of the wish to start a kernel's process. Immutable.
public sealed interface LaunchOutcome {

    /// The process runs; whether it answers is not known yet.
    record Launched(RunningKernel kernel) implements LaunchOutcome {}

    /// There is no process.
    record NotLaunched(StartFailure failure) implements LaunchOutcome {}
}
