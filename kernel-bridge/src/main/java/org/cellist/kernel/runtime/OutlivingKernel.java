package org.cellist.kernel.runtime;

/// A kernel that can outlive this program.
///
/// Thread-safe.
public interface OutlivingKernel extends RunningKernel {

    /// Ends the connection; the kernel runs on. Its channels are closed already.
    void leave();
}
