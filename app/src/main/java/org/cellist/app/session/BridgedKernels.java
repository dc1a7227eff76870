package org.cellist.app.session;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LaunchOptions;

/// The kernels of this machine, by the kernel bridge.
///
/// Thread-safe.
record BridgedKernels(KernelBridge bridge) implements KernelPort {

    @Override
    public KernelCatalog catalog(Path folder) {
        return bridge.kernels(folder);
    }

    @Override
    public Outcome start(KernelRuntime runtime, Path folder, LaunchOptions options)
            throws InterruptedException {
        return switch (runtime) {
            case KernelRuntime.Local(var kernelspec) ->
                    outcome(bridge.start(kernelspec, folder, options));
        };
    }

    private Outcome outcome(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var kernel) ->
                    new Outcome.Started(new Bridged(this, kernel));
            case ConnectOutcome.Failed(var failure) -> new Outcome.Failed(failure);
        };
    }

    private record Bridged(BridgedKernels kernels, ConnectedKernel kernel) implements Live {

        @Override
        public KernelRuntime runtime() {
            return new KernelRuntime.Local(kernel.kernelspec());
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
            return kernels.outcome(kernels.bridge().startAgain(kernel, folder));
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
