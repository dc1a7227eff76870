package org.cellist.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.KeptKernels;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServedKernel;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LaunchOptions;
import org.jspecify.annotations.Nullable;

/// The kernels of this machine, of Jupyter servers and of machines that are reached over SSH, by
/// the kernel bridge.
///
/// @param names by which servers know notebooks
///
/// Thread-safe.
record BridgedKernels(KernelBridge bridge, ServerNotebooks names) implements KernelPort {

    @Override
    public KernelCatalog catalog(Path folder) {
        return bridge.kernels(folder);
    }

    @Override
    public Outcome start(
            KernelRuntime runtime, Path folder, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        return switch (runtime) {
            case KernelRuntime.Local(var kernelspec) ->
                    outcome(bridge.start(kernelspec, folder, options));
            case KernelRuntime.JupyterServer server ->
                    outcome(
                            bridge.servers()
                                    .connect(
                                            server,
                                            names.on(server.server(), folder, options),
                                            options),
                            options);
            case KernelRuntime.OnHost host -> {
                var notebook = ServerNotebooks.of(folder, options);
                var there = there(host, folder, options);
                var outcome = bridge.hosts().connect(host, notebook, there, adopter);
                yield hosted(outcome, host, options);
            }
        };
    }

    private Outcome hosted(
            ConnectOutcome outcome, KernelRuntime.OnHost runtime, LaunchOptions options) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var kernel) ->
                    new Outcome.Started(hosted(kernel, runtime, options));
            case ConnectOutcome.Failed(var failure) -> new Outcome.Failed(failure);
        };
    }

    /// A kernel that was joined belongs to whoever began it.
    private Bridged hosted(
            ConnectedKernel kernel, KernelRuntime.OnHost runtime, LaunchOptions options) {
        var now = new AtomicReference<>(options);
        return new Bridged(
                kernel,
                runtime,
                kernel.wasFound(),
                folder -> again(runtime, folder, now.get()),
                notebook -> {
                    now.set(now.get().keptFor(notebook));
                    if (runtime.kernel() == null && !notebook.isEmpty()) {
                        kernel.rename(ServerNotebooks.of(Path.of(notebook)));
                    }
                });
    }

    /// What this machine's devices are called means nothing there.
    private LaunchOptions there(KernelRuntime.OnHost runtime, Path folder, LaunchOptions options) {
        return names.on(runtime.host(), folder, options).withEnv(Map.of());
    }

    private Outcome again(KernelRuntime.OnHost runtime, Path folder, LaunchOptions options)
            throws InterruptedException {
        var notebook = ServerNotebooks.of(folder, options);
        var there = there(runtime, folder, options);
        var outcome = bridge.hosts().connect(runtime, notebook, there, RunAdopter.NOBODY);
        return hosted(outcome, runtime, options);
    }

    /// What cannot be reached without a question is taken hold of with the first cell that is run.
    private Outcome resumed(
            KernelRuntime.OnHost runtime, Path notebook, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        var named = ServerNotebooks.of(notebook);
        var outcome = bridge.hosts().resume(runtime, named, options, adopter);
        return outcome instanceof ConnectOutcome.Connected
                ? hosted(outcome, runtime, options)
                : new Outcome.Nothing(runtime);
    }

    @Override
    public boolean keeps() {
        return bridge.kept().isPresent();
    }

    @Override
    public Outcome resume(
            Path notebook, @Nullable KernelRuntime where, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        if (where instanceof KernelRuntime.OnHost host) {
            return resumed(host, notebook, options, adopter);
        }
        var kept = bridge.kept();
        if (kept.isEmpty()) {
            return new Outcome.Nothing(where);
        }
        var found = resumed(kept.get(), notebook, options, adopter);
        if (found.isEmpty()) {
            kept.get().warmUp();
        }
        return found.<Outcome>map(it -> new Outcome.Started(local(it, true)))
                .orElseGet(() -> new Outcome.Nothing(where));
    }

    /// Takes up what is left of kernels that have ended, the oldest first, and then the newest that
    /// runs: those before it have been restarted without the notebook.
    ///
    /// @return the one that runs, else the last that has ended
    private static Optional<ConnectedKernel> resumed(
            KeptKernels kept, Path notebook, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        Optional<ConnectedKernel> last = Optional.empty();
        for (var session : left(kept, notebook)) {
            if (isOutdated(session, notebook)) {
                kept.forget(session);
                continue;
            }
            var kernel = kept.resume(session, options, adopter);
            if (kernel.isPresent() && session.work() != KeptSession.Work.ENDED) {
                return kernel;
            }
            if (kernel.isPresent()) {
                kernel.get().client().awaitClosed();
                last = kernel;
            }
        }
        return last;
    }

    private static List<KeptSession> left(KeptKernels kept, Path notebook)
            throws InterruptedException {
        return kept.sessions().stream()
                .filter(it -> it.notebook().equals(notebook.toString()))
                .sorted(BridgedKernels::endedFirst)
                .toList();
    }

    /// A file that was saved after a kernel had ended has what that said, or what came after it.
    private static boolean isOutdated(KeptSession session, Path notebook) {
        try {
            return session.work() == KeptSession.Work.ENDED
                    && Files.getLastModifiedTime(notebook).toInstant().isAfter(session.active());
        } catch (IOException _) {
            return false; // it is new, or lies somewhere else now
        }
    }

    private static int endedFirst(KeptSession one, KeptSession other) {
        boolean isEnded = one.work() == KeptSession.Work.ENDED;
        boolean isOtherEnded = other.work() == KeptSession.Work.ENDED;
        if (isEnded != isOtherEnded) {
            return Boolean.compare(isOtherEnded, isEnded);
        }
        int byAge = one.since().compareTo(other.since());
        return isEnded ? byAge : -byAge;
    }

    @Override
    public void settle(Set<MessageId> runs) {
        bridge.hosts().settle(runs);
        bridge.kept().ifPresent(kept -> Background.start("kernel-settle", () -> kept.settle(runs)));
    }

    private Outcome outcome(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var kernel) -> new Outcome.Started(local(kernel, false));
            case ConnectOutcome.Failed(var failure) -> new Outcome.Failed(failure);
        };
    }

    private Outcome outcome(ServerBridge.Outcome outcome, LaunchOptions options) {
        return switch (outcome) {
            case ServerBridge.Outcome.Connected(var kernel) ->
                    new Outcome.Started(new Served(this, kernel, options));
            case ServerBridge.Outcome.Failed(var failure) -> new Outcome.Failed(failure);
        };
    }

    private Bridged local(ConnectedKernel kernel, boolean wasFound) {
        return new Bridged(
                kernel,
                new KernelRuntime.Local(kernel.kernelspec()),
                wasFound,
                folder -> outcome(bridge.startAgain(kernel, folder)),
                kernel::rename);
    }

    private interface Again {
        Outcome in(Path folder) throws InterruptedException;
    }

    /// A kernel whose process is ours, on this machine or on another one.
    ///
    /// @param again starts one in its place
    /// @param renamed told the path of its notebook, when that is another one
    private record Bridged(
            ConnectedKernel kernel,
            KernelRuntime runtime,
            boolean wasFound,
            Again again,
            Consumer<String> renamed)
            implements Live {

        @Override
        public KernelClient client() {
            return kernel.client();
        }

        @Override
        public CompletionStage<KernelExit> exit() {
            return kernel.exit();
        }

        @Override
        public void hurry() {
            kernel.hurry();
        }

        @Override
        public void interrupt() throws InterruptedException {
            kernel.interrupt();
        }

        @Override
        public void shutdown(boolean restarts) throws InterruptedException {
            if (restarts) {
                kernel.shutdownToRestart();
            } else {
                kernel.shutdown();
            }
        }

        @Override
        public Outcome startAgain(Path folder) throws InterruptedException {
            return again.in(folder);
        }

        @Override
        public void leave() {
            if (!kernel.leave()) {
                kernel.close();
            }
        }

        @Override
        public void rename(String notebook) {
            renamed.accept(notebook);
        }

        @Override
        public void close() {
            kernel.close();
        }
    }

    /// A kernel on a server runs on when it is left: whoever comes back finds it, and so does
    /// the runtime picker, which can end it.
    private record Served(BridgedKernels kernels, ServedKernel kernel, LaunchOptions options)
            implements Live {

        @Override
        public KernelRuntime runtime() {
            return kernel.runtime();
        }

        @Override
        public KernelClient client() {
            return kernel.client();
        }

        @Override
        public CompletionStage<KernelExit> exit() {
            return kernel.exit();
        }

        @Override
        public boolean isBusy() {
            return kernel.isBusy();
        }

        @Override
        public void hurry() {
            kernel.hurry();
        }

        @Override
        public void interrupt() throws InterruptedException {
            kernel.interrupt();
        }

        @Override
        public void shutdown(boolean restarts) throws InterruptedException {
            kernel.close();
            kernel.client().awaitClosed();
        }

        @Override
        public Outcome startAgain(Path folder) throws InterruptedException {
            return kernels.outcome(kernels.bridge().servers().restart(kernel, options), options);
        }

        /// A kernel that was joined belongs to whoever began it.
        @Override
        public void rename(String notebook) {
            if (kernel.runtime().kernel() == null && !notebook.isEmpty()) {
                Background.start(
                        "kernel-rename",
                        () ->
                                kernel.rename(
                                        kernels.names()
                                                .on(kernel.runtime().server(), Path.of(notebook))));
            }
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
