package org.cellist.kernel.runtime.host;

/// What came of asking a machine. Immutable.
public sealed interface HostAnswer<T> {

    record Given<T>(T value) implements HostAnswer<T> {}

    record Refused<T>(HostProblem problem) implements HostAnswer<T> {}
}
