package org.cellist.kernel.runtime;

/// What a person picks to run a notebook on: a machine and one of its kernelspecs.
///
/// Named so because `Runtime` would hide `java.lang.Runtime`; see docs/decisions/0015.
///
/// Immutable.
public sealed interface KernelRuntime {

    /// Returns the kernelspec that is started on that machine.
    Kernelspec kernelspec();

    /// A kernel on this machine, as a process of this user.
    record Local(Kernelspec kernelspec) implements KernelRuntime {}
}
