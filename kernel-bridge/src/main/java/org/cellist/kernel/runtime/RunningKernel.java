package org.cellist.kernel.runtime;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.KernelChannels;

/// A kernel that was started here, and its life.
///
/// Thread-safe.
public interface RunningKernel extends AutoCloseable {

    Kernelspec kernelspec();

    /// Returns the connection to the kernel.
    KernelChannels channels();

    /// Returns the process id.
    long processId();

    /// Sends the interrupt signal; for a kernel whose kernelspec says so.
    void signalInterrupt();

    /// Completes when the process has ended, with how.
    CompletionStage<KernelExit> exit();

    /// Waits for the process to end by itself, then ends it: politely, then by force. Blocks;
    /// call it
    /// on a virtual thread after a `shutdown_request`.
    void stop(Duration patience);

    /// Ends the process at once, with all it started, and the connection.
    @Override
    void close();
}
