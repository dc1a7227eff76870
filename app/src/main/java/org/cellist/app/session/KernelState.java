package org.cellist.app.session;

import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
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
    record Ready(Kernelspec kernelspec) implements KernelState {}

    record Starting(Kernelspec kernelspec) implements KernelState {}

    record Idle(Kernelspec kernelspec) implements KernelState {}

    record Busy(Kernelspec kernelspec) implements KernelState {}

    /// It runs, but its heart has not been heard for a while: it is stopped, or the machine is too
    /// busy. It may come back.
    record Unresponsive(Kernelspec kernelspec) implements KernelState {}

    /// It ended without being asked to.
    record Dead(Kernelspec kernelspec, KernelExit exit) implements KernelState {}

    /// It did not start.
    record Failed(Kernelspec kernelspec, StartFailure failure) implements KernelState {}
}
