package org.cellist.app.session;

import java.time.Instant;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.StartFailure;
import org.jspecify.annotations.Nullable;

/// What a notebook's kernel does now. Immutable.
public sealed interface KernelState {

    /// None was chosen or asked for yet.
    record NotChosen() implements KernelState {}

    /// What the notebook asks for is not installed here. Cells that were to run wait for a choice.
    ///
    /// @param kernelspec its name; the language of a notebook that names none
    /// @param language the notebook's, null when it does not say
    record Missing(String kernelspec, @Nullable String language) implements KernelState {}

    /// Chosen; it starts with the first run.
    record Ready(KernelRuntime runtime) implements KernelState {}

    record Starting(KernelRuntime runtime) implements KernelState {}

    record Idle(KernelRuntime runtime) implements KernelState {}

    record Busy(KernelRuntime runtime) implements KernelState {}

    /// It runs, but its heart has not been heard for a while: it is stopped, or the machine is too
    /// busy. It may come back.
    record Unresponsive(KernelRuntime runtime) implements KernelState {}

    /// The way to it is broken, and is tried again until it is back. What it runs runs on.
    ///
    /// @param next when it is tried; null while that is about to be
    record Disconnected(KernelRuntime runtime, @Nullable Instant next) implements KernelState {}

    /// It runs, but nobody there records what it says, and so nothing of it comes; that is tried
    /// again until somebody does. It can be interrupted and restarted.
    ///
    /// @param why in the system's words; may be empty
    /// @param next when it is tried; null while that is about to be
    record Unheard(KernelRuntime runtime, String why, @Nullable Instant next)
            implements KernelState {}

    /// It ended without being asked to.
    record Dead(KernelRuntime runtime, KernelExit exit) implements KernelState {}

    /// It did not start.
    record Failed(KernelRuntime runtime, StartFailure failure) implements KernelState {}
}
