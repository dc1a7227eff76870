package org.cellist.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.kernel.ConnectOutcome.Connected;
import org.cellist.kernel.ConnectOutcome.Failed;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.StartFailure.ConsentNeeded;
import org.cellist.kernel.runtime.StartFailure.DiedAtStart;
import org.cellist.kernel.runtime.StartFailure.ProgramMissing;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.StartFailure.TimedOut;
import org.cellist.kernel.runtime.local.LocalKernels;
import org.jspecify.annotations.Nullable;

/// Finds kernels, starts them and connects to them. See docs/protocol/connection.md and
/// docs/protocol/interrupt-and-restart.md.
///
/// Thread-safe. Its methods block; call them on virtual threads.
public final class KernelBridge {

    /// A port that was free may be taken before the kernel binds it.
    private static final int MOST_STARTS = 3;

    /// What libzmq, JeroMQ and Python say when a port is taken.
    private static final Pattern PORT_TAKEN =
            Pattern.compile("address (already )?in use|EADDRINUSE", Pattern.CASE_INSENSITIVE);

    /// The time in which a process that stopped answering is seen to have ended.
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(1);

    private final LocalKernels kernels;

    /// Runs nothing yet.
    ///
    /// @param javaKernelJar the bundled Java kernel; null to look where the system property
    ///     `cellist.javaKernel` says, and then beside our own jar
    public KernelBridge(@Nullable Path javaKernelJar, ConsentStore consents) {
        this.kernels = new LocalKernels(javaKernelJar, consents);
    }

    /// Returns what can be run. Executes nothing of it.
    ///
    /// @param notebookFolder null when no notebook is meant
    public KernelCatalog kernels(@Nullable Path notebookFolder) {
        return kernels.catalog().list(notebookFolder);
    }

    /// Returns what would install the kernel that a notebook misses, best first; empty for Java,
    /// which is built in.
    ///
    /// @param name the notebook's `kernelspec.name`; null if it names none
    /// @param language the notebook's language as it spells it; null if it names none
    public List<InstallRecipe> installs(
            @Nullable String name, @Nullable String language, KernelCatalog catalog) {
        return kernels.recipes().forMissing(name, language, catalog);
    }

    /// Starts a kernel and waits until it answers.
    ///
    /// @param workingFolder where it runs; the notebook's folder
    public ConnectOutcome start(Kernelspec kernelspec, Path workingFolder, LaunchOptions options)
            throws InterruptedException {
        var start = new ConnectedKernel.Start(kernelspec, workingFolder, options);
        for (int i = 1; ; i++) {
            var outcome =
                    connected(kernels.launcher().launch(kernelspec, workingFolder, options), start);
            if (i == MOST_STARTS || !isWorthAnotherStart(outcome)) {
                return outcome;
            }
        }
    }

    /// Ends a kernel and starts it again in the same folder, with the same options and at the
    /// same address, so that other front ends find it. The old one's client is closed, and
    /// nothing that was sent to it reaches the new one.
    ///
    /// @return a new kernel with a new client
    public ConnectOutcome restart(ConnectedKernel kernel) throws InterruptedException {
        kernel.end(true);
        var start = kernel.start();
        var again = kernels.launcher().relaunch(kernel.process(), start.folder(), start.options());
        var outcome = connected(again, start);
        return isWorthAnotherStart(outcome)
                ? start(start.kernelspec(), start.folder(), start.options())
                : outcome;
    }

    private static ConnectOutcome connected(LaunchOutcome launched, ConnectedKernel.Start start)
            throws InterruptedException {
        return switch (launched) {
            case Launched(var process) -> {
                var client =
                        new KernelClient(process.channels(), Long.toString(process.processId()));
                yield answered(new ConnectedKernel(process, client, start));
            }
            case NotLaunched(var failure) -> new Failed(failure);
        };
    }

    private static ConnectOutcome answered(ConnectedKernel kernel) throws InterruptedException {
        var patience = kernel.start().options().startTimeout();
        boolean answers = false;
        try {
            answers = answers(kernel, patience);
            return answers ? new Connected(kernel) : new Failed(whyNot(kernel, patience));
        } finally {
            if (!answers) {
                kernel.close();
            }
        }
    }

    private static boolean answers(ConnectedKernel kernel, Duration patience)
            throws InterruptedException {
        long begin = System.nanoTime();
        if (!kernel.process().awaitStarted(patience)) {
            return false;
        }
        var left = patience.minusNanos(System.nanoTime() - begin);
        return kernel.client().awaitReady(left).isPresent();
    }

    private static StartFailure whyNot(ConnectedKernel kernel, Duration waited)
            throws InterruptedException {
        return kernel.exitWithin(EXIT_PATIENCE)
                .<StartFailure>map(DiedAtStart::new)
                .orElseGet(() -> new TimedOut(waited, kernel.process().lastWords()));
    }

    private static boolean isWorthAnotherStart(ConnectOutcome outcome) {
        return outcome instanceof Failed(var failure)
                && switch (failure) {
                    case DiedAtStart(var exit) -> PORT_TAKEN.matcher(exit.lastWords()).find();
                    case TimedOut _, ConsentNeeded _, ProgramMissing _, SystemRefused _ -> false;
                };
    }
}
