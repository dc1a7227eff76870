package org.cellist.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.LaunchOptions;

/// Kernels without processes: a start ends when the test says how, and what was asked of them is
/// noted in its order.
///
/// Thread-safe.
final class FakeKernels implements KernelPort {

    private static final long PATIENCE_SECONDS = 60;

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private volatile List<Kernelspec> installed = List.of();

    static KernelRuntime.Local runtime(String name, String language) {
        return new KernelRuntime.Local(kernelspec(name, language));
    }

    private static Kernelspec kernelspec(String name, String language) {
        var file =
                new KernelspecFile(
                        List.of("program"),
                        name,
                        language,
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec(name, file, KernelspecSource.BUILT_IN, null, null, null, null);
    }

    void install(KernelRuntime.Local... runtimes) {
        installed = Arrays.stream(runtimes).map(KernelRuntime.Local::kernelspec).toList();
    }

    /// Lets the next start, or the one that waits, end with this kernel.
    FakeKernel give(KernelRuntime runtime) {
        var kernel = new FakeKernel(runtime);
        outcomes.add(new Outcome.Started(kernel));
        return kernel;
    }

    void give(Outcome outcome) {
        outcomes.add(outcome);
    }

    /// Waits until that was asked.
    void awaitAsked(String what) throws InterruptedException {
        for (String next = ""; !what.equals(next); ) {
            next = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody asked to " + what + ", but " + asked);
            }
        }
    }

    private void note(String what) {
        asked.add(what);
        news.add(what);
    }

    @Override
    public KernelCatalog catalog(Path folder) {
        return new KernelCatalog(installed, List.of(), List.of());
    }

    @Override
    public Outcome start(
            KernelRuntime runtime, Path folder, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        note("start " + runtime.name());
        return outcomes.take();
    }

    /// One kernel, with the channels through which the test speaks for it. Thread-safe.
    final class FakeKernel implements Live {

        final FakeChannels channels = new FakeChannels();
        final CompletableFuture<KernelExit> exit = new CompletableFuture<>();
        volatile boolean isBusy; // with another program's work
        volatile boolean wasFound;
        final CountDownLatch mayEnd = new CountDownLatch(1);
        private final KernelRuntime runtime;
        private final KernelClient client = FakeClients.of(channels);

        FakeKernel(KernelRuntime runtime) {
            this.runtime = runtime;
        }

        @Override
        public KernelRuntime runtime() {
            return runtime;
        }

        @Override
        public KernelClient client() {
            return client;
        }

        @Override
        public CompletionStage<KernelExit> exit() {
            return exit;
        }

        @Override
        public boolean wasFound() {
            return wasFound;
        }

        @Override
        public void leave() {
            note("leave " + runtime.name());
        }

        @Override
        public boolean isBusy() {
            return isBusy;
        }

        @Override
        public void hurry() {
            note("hurry " + runtime.name());
        }

        @Override
        public void interrupt() {
            note("interrupt " + runtime.name());
        }

        /// Ends when the test lets it.
        @Override
        public void shutdown(boolean restarts) throws InterruptedException {
            note((restarts ? "end to restart " : "end ") + runtime.name());
            client.close();
            mayEnd.await();
            exit.complete(new KernelExit(0, true, ""));
        }

        @Override
        public Outcome startAgain(Path folder) throws InterruptedException {
            note("start again " + runtime.name());
            return outcomes.take();
        }

        @Override
        public void close() {
            if (!exit.isDone()) {
                note("close " + runtime.name());
            }
            client.close();
            exit.complete(new KernelExit(137, true, ""));
        }
    }
}
