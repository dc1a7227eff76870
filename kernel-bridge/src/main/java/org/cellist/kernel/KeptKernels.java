package org.cellist.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.keeper.Keepers;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.LaunchOptions;

/// The kernels that outlive this program. See docs/decisions/0100.
///
/// Thread-safe. Its methods block.
public final class KeptKernels {

    /// Reading what a kernel has said in a night takes its time.
    private static final Duration LOG_PATIENCE = Duration.ofMinutes(5);

    private final Keepers keepers;
    private final Consumer<ConnectedKernel> resumed;

    /// @param resumed told of each kernel that was taken hold of
    KeptKernels(Keepers keepers, Consumer<ConnectedKernel> resumed) {
        this.keepers = keepers;
        this.resumed = resumed;
    }

    /// Returns the kernels that run without us or with us.
    public List<KeptSession> sessions() throws InterruptedException {
        return keepers.sessions();
    }

    /// Has the keeper there before it is needed.
    public void warmUp() throws InterruptedException {
        keepers.warmUp();
    }

    /// Takes hold of a kernel that was left, and returns when all that it has said since has been
    /// handed to whoever adopts its runs.
    ///
    /// @param options for a kernel that is started in its place later
    /// @return empty if it is gone, or somebody else has it
    public Optional<ConnectedKernel> resume(
            KeptSession session, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        var found = keepers.resume(session.id());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var kept = found.get();
        var client = new KernelClient(kept.channels(), Long.toString(kept.processId()), adopter);
        var start =
                new ConnectedKernel.Start(
                        kept.kernelspec(), kept.folder(), options.keptFor(session.notebook()));
        var kernel = new ConnectedKernel(kept, client, start);
        boolean isThere = false;
        try {
            isThere = kept.awaitNow(LOG_PATIENCE);
        } finally {
            if (!isThere) {
                client.close();
                kept.leave();
            }
        }
        if (!isThere) {
            return Optional.empty();
        }
        resumed.accept(kernel);
        return Optional.of(kernel);
    }

    /// Forgets what a kernel said that has ended.
    public void forget(KeptSession session) {
        keepers.forget(session.id());
    }

    /// Tells that a file has what these runs said: it need not be remembered.
    public void settle(Collection<MessageId> runs) {
        keepers.settle(runs.stream().map(MessageId::value).toList());
    }

    /// Ends a kernel, whoever holds it, by force if it does not end in that time.
    ///
    /// @param id of its [KeptSession]
    public void stop(String id, Duration patience) throws InterruptedException {
        keepers.stop(id, patience);
    }

    /// Ends a kernel that nobody holds, and starts another in its place: the same command, folder
    /// and variables, at the same address. What it has said stays for its notebook.
    ///
    /// @param id of its [KeptSession]
    /// @param patience until it is ended by force
    public void restart(String id, Duration patience) throws InterruptedException {
        keepers.restart(id, patience);
    }
}
