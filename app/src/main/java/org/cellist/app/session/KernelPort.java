package org.cellist.app.session;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;

/// Finds and starts kernels for a notebook. A port: [BridgedKernels] is the real one.
///
/// Thread-safe. Its methods block, but for [Live#close] and what only tells.
interface KernelPort {

    /// Looks for what can be run, seen from that folder.
    KernelCatalog catalog(Path folder);

    /// Starts a kernel and waits until it answers.
    Outcome start(KernelRuntime runtime, Path folder, LaunchOptions options)
            throws InterruptedException;

    /// How a start ended. Immutable.
    sealed interface Outcome {

        record Started(Live kernel) implements Outcome {}

        record Failed(StartFailure failure) implements Outcome {}
    }

    /// A kernel that answers. Thread-safe.
    interface Live {

        KernelRuntime runtime();

        KernelClient client();

        /// Completes when the process has ended.
        CompletionStage<KernelExit> exit();

        void interrupt() throws InterruptedException;

        /// Asks it to end, and waits for that.
        ///
        /// @param restarts whether it is told that it will be started again
        void shutdown(boolean restarts) throws InterruptedException;

        /// Starts one in its place, once it has ended.
        Outcome startAgain(Path folder) throws InterruptedException;

        /// Ends it at once, without waiting.
        void close();
    }
}
