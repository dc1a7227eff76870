package org.cellist.kernel.runtime.jupyter;

/// What came of asking a Jupyter server. Immutable.
public sealed interface ServerAnswer<T> {

    record Given<T>(T value) implements ServerAnswer<T> {}

    record Refused<T>(ServerProblem problem) implements ServerAnswer<T> {}
}
