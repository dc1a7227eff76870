package org.cellist.app.session;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.jspecify.annotations.Nullable;

/// Finds and starts kernels for a notebook. A port: [BridgedKernels] is the real one.
///
/// Thread-safe. Its methods block, but for [Live#close] and what only tells.
interface KernelPort {

    /// Looks for what can be run, seen from that folder.
    KernelCatalog catalog(Path folder);

    /// Starts a kernel and waits until it answers.
    ///
    /// @param adopter takes over what an earlier program ran there, if it runs there still
    Outcome start(KernelRuntime runtime, Path folder, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException;

    /// Returns whether a kernel may outlive the program.
    default boolean keeps() {
        return false;
    }

    /// Takes hold of the kernel that was left running for a notebook, and returns when all that it
    /// has said has been handed to whoever adopts its runs.
    ///
    /// @param where the notebook ran last; null if nobody knows
    /// @param options for a kernel that is started in its place
    default Outcome resume(
            Path notebook, @Nullable KernelRuntime where, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        return new Outcome.Nothing(where);
    }

    /// A file has what these runs said.
    default void settle(Set<MessageId> runs) {
        // Nobody remembers it.
    }

    /// How a start ended. Immutable.
    sealed interface Outcome {

        /// There was nothing to take hold of.
        ///
        /// @param where it was looked for
        record Nothing(@Nullable KernelRuntime where) implements Outcome {}

        record Started(Live kernel) implements Outcome {}

        record Failed(StartFailure failure) implements Outcome {}
    }

    /// A kernel that answers. Thread-safe.
    interface Live {

        KernelRuntime runtime();

        KernelClient client();

        /// Completes when the process has ended.
        CompletionStage<KernelExit> exit();

        /// Returns whether it ran before this program came to it, and so runs on when it is not
        /// wanted after all.
        default boolean wasFound() {
            return false;
        }

        /// Returns whether it runs something that this program did not ask for.
        default boolean isBusy() {
            return false;
        }

        /// Tries at once to reach it, if the way to it is broken.
        default void hurry() {
            // Nothing lies between.
        }

        void interrupt() throws InterruptedException;

        /// Asks it to end, and waits for that.
        ///
        /// @param restarts whether it is told that it will be started again
        void shutdown(boolean restarts) throws InterruptedException;

        /// Starts one in its place, once it has ended.
        Outcome startAgain(Path folder) throws InterruptedException;

        /// Lets it run on without us; one that cannot is ended at once.
        default void leave() {
            close();
        }

        /// It belongs to that notebook now.
        default void rename(String notebook) {
            // Nobody needs to know.
        }

        /// Ends it at once, without waiting.
        void close();
    }
}
