package org.cellist.app.session;

/// What came of a question about code. Immutable.
public sealed interface KernelAnswer<T> {

    /// The kernel answered; the value may say that there is nothing.
    record Given<T>(T value) implements KernelAnswer<T> {}

    /// Nobody was asked: the kernel runs code, and would answer only when that has ended.
    record Busy<T>() implements KernelAnswer<T> {}

    /// Nobody was asked, or who was asked is gone.
    record NoKernel<T>() implements KernelAnswer<T> {}

    /// The kernel took longer than anybody waits.
    record Late<T>() implements KernelAnswer<T> {}
}
