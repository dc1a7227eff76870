package org.cellist.kernel;

import java.nio.file.Path;
import java.util.Optional;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.local.KernelLauncher;
import org.cellist.kernel.runtime.local.KernelLauncher.StartOutcome;
import org.cellist.kernel.runtime.local.LocalKernels;
import org.cellist.kernel.runtime.local.Machine;
import org.jspecify.annotations.Nullable;

/// Finds kernels, starts them and connects to them.
///
/// Thread-safe. Its methods block; call them on virtual threads.
public final class KernelBridge {

    private final LocalKernels kernels;
    private final KernelLauncher launcher;

    /// @param javaKernelJar the bundled Java kernel; null when it was left out
    public KernelBridge(@Nullable Path javaKernelJar, ConsentStore consents) {
        var machine = Machine.current(javaKernelJar);
        this.kernels = new LocalKernels(machine, consents);
        this.launcher = new KernelLauncher(machine, consents);
    }

    /// Returns what can be run. Executes nothing.
    ///
    /// @param notebookFolder null when no notebook is meant
    public KernelCatalog kernels(@Nullable Path notebookFolder) {
        return kernels.list(notebookFolder);
    }

    /// Starts a kernel and waits until it answers.
    ///
    /// @param workingFolder where it runs; the notebook's folder
    public ConnectOutcome start(Kernelspec kernelspec, Path workingFolder, LaunchOptions options)
            throws InterruptedException {
        return switch (launcher.start(kernelspec, workingFolder, options)) {
            case StartOutcome.Started(var kernel) -> {
                var client = new KernelClient(kernel.channels(), Long.toString(kernel.processId()));
                yield connected(new ConnectedKernel(kernel, client), options);
            }
            case StartOutcome.NotStarted(var failure) -> new ConnectOutcome.Failed(failure);
        };
    }

    private static ConnectOutcome connected(ConnectedKernel kernel, LaunchOptions options)
            throws InterruptedException {
        var answered = false;
        try {
            answered = kernel.client().awaitReady(options.startTimeout()).isPresent();
            if (answered) {
                return new ConnectOutcome.Connected(kernel);
            }
            Optional<KernelExit> exit = kernel.exitSoFar();
            return new ConnectOutcome.Failed(
                    exit.<StartFailure>map(StartFailure.DiedAtStart::new)
                            .orElseGet(
                                    () -> new StartFailure.TimedOut(options.startTimeout(), "")));
        } finally {
            if (!answered) {
                kernel.close();
            }
        }
    }
}
