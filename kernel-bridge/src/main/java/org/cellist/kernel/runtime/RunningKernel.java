package org.cellist.kernel.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.KernelChannels;

/// A kernel's process, from its start to its end, and the connection to it.
///
/// Thread-safe.
public interface RunningKernel extends AutoCloseable {

    Kernelspec kernelspec();

    /// Returns the connection to the kernel. It ends with the kernel.
    KernelChannels channels();

    /// Returns where it listens.
    ConnectionInfo connection();

    /// Returns the file, on the kernel's machine, that says where it listens, for other front ends;
    /// gone once it has ended.
    Path connectionFile();

    /// Returns the kernel's own process id, which is also its process group where there are
    /// groups.
    long processId();

    /// Waits until a request can be sent to it: at once for a kernel that lets requests wait, as
    /// they should; for the bundled Java kernel until it says so, since one that comes earlier
    /// kills its shell thread. See docs/decisions/0017.
    ///
    /// @return false if it ended or time ran out first
    boolean awaitStarted(Duration patience) throws InterruptedException;

    /// Returns the newest 64 KiB that it wrote outside the protocol, without its key.
    String lastWords();

    /// Returns whether the kernel can be signalled; a program on Windows cannot.
    boolean takesSignals();

    /// Sends SIGINT to the kernel and the programs that it started. Does nothing after its end.
    void signalInterrupt();

    /// Completes when the process has ended, with how.
    CompletionStage<KernelExit> exit();

    /// Says that its coming end is wanted, so that `KernelExit.expected` is true.
    void expectExit();

    /// Waits for the process to end by itself, then ends it: politely, and after two seconds more
    /// by force. Blocks; call it on a virtual thread after a `shutdown_request`.
    ///
    /// @throws InterruptedException if the caller is interrupted; the kernel is then ended by
    /// force
    void stop(Duration patience) throws InterruptedException;

    /// Ends the process at once, with all it started, and the connection. Does not wait.
    @Override
    void close();
}
