package org.cellist.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.cellist.kernel.ConnectOutcome.Connected;
import org.cellist.kernel.ConnectOutcome.Failed;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.keeper.Keepers;
import org.cellist.kernel.keeper.KeptKernel;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.StartFailure.ConsentNeeded;
import org.cellist.kernel.runtime.StartFailure.DiedAtStart;
import org.cellist.kernel.runtime.StartFailure.HostFailed;
import org.cellist.kernel.runtime.StartFailure.ProgramMissing;
import org.cellist.kernel.runtime.StartFailure.ServerFailed;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.StartFailure.TimedOut;
import org.cellist.kernel.runtime.Tool;
import org.cellist.kernel.runtime.ToolOutcome;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.local.LocalKernels;
import org.cellist.kernel.runtime.local.LocalLauncher;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
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
    private final ServerBridge servers;
    private final HostBridge hosts;
    private final @Nullable Keepers keepers;
    private final LocalResources resources = new LocalResources();
    private final Set<ConnectedKernel> running = ConcurrentHashMap.newKeySet();

    /// Runs nothing yet.
    ///
    /// @param javaKernelJar the bundled Java kernel; null to look where the system property
    ///     `cellist.javaKernel` says, and then beside our own jar
    public KernelBridge(@Nullable Path javaKernelJar, ConsentStore consents) {
        this(javaKernelJar, consents, null);
    }

    /// Runs nothing yet.
    ///
    /// @param javaKernelJar as above
    /// @param keeperFolder the private folder of the process that keeps kernels which outlive this
    ///     program ([LaunchOptions#keptFor]); null where all end with it
    public KernelBridge(
            @Nullable Path javaKernelJar, ConsentStore consents, @Nullable Path keeperFolder) {
        this(javaKernelJar, consents, keeperFolder, ServerBridge.NONE);
    }

    /// Runs nothing yet, and asks nobody.
    ///
    /// @param javaKernelJar as above
    /// @param keeperFolder as above
    /// @param servers the way to kernels on Jupyter servers
    public KernelBridge(
            @Nullable Path javaKernelJar,
            ConsentStore consents,
            @Nullable Path keeperFolder,
            ServerBridge servers) {
        this(javaKernelJar, consents, keeperFolder, servers, HostBridge.NONE);
    }

    /// Runs nothing yet, and asks nobody.
    ///
    /// @param javaKernelJar as above
    /// @param keeperFolder as above
    /// @param servers as above
    /// @param hosts the way to kernels on machines that are reached over SSH
    public KernelBridge(
            @Nullable Path javaKernelJar,
            ConsentStore consents,
            @Nullable Path keeperFolder,
            ServerBridge servers,
            HostBridge hosts) {
        this(
                new LocalKernels(javaKernelJar, consents),
                keeperFolder == null ? null : new Keepers(keeperFolder),
                servers,
                hosts);
    }

    /// @param keepers null where all kernels end with this program
    KernelBridge(
            LocalKernels kernels,
            @Nullable Keepers keepers,
            ServerBridge servers,
            HostBridge hosts) {
        this.hosts = hosts;
        this.kernels = kernels;
        this.keepers = keepers;
        this.servers = servers;
    }

    /// Returns the way to kernels on Jupyter servers.
    public ServerBridge servers() {
        return servers;
    }

    /// Returns the way to kernels on machines that are reached over SSH.
    public HostBridge hosts() {
        return hosts;
    }

    /// Returns the kernels that outlive this program; empty where all end with it.
    public Optional<KeptKernels> kept() {
        return Optional.ofNullable(keepers).map(it -> new KeptKernels(it, this::watch));
    }

    /// From now on kernels end that have done nothing for that time and that no window has, here
    /// and on machines over SSH. A day, until something else is said.
    public void endUnusedAfter(Duration time) {
        if (keepers != null) {
            keepers.endUnusedAfter(time);
        }
        hosts.endUnusedAfter(time);
    }

    /// Returns what this machine has, and what of it is in use.
    public LocalResources resources() {
        return resources;
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

    /// Returns what makes Python environments here. Blocks at the first call, as [#kernels].
    public EnvironmentTools environments() {
        return kernels.environments();
    }

    /// Returns this machine's files. Blocks at the first call, as [#kernels].
    public PlaceFiles files() {
        return kernels.files();
    }

    /// Starts the person's shell in a terminal of this machine. Blocks at the first call, as
    /// [#kernels].
    ///
    /// @param folder where it begins
    /// @param environment what is activated in it, which the person has agreed to; null for nothing
    /// @throws IOException if the system lets none start
    public Terminal terminal(
            Path folder, @Nullable PythonEnvironment environment, TerminalSize size)
            throws IOException {
        return kernels.terminal(folder, environment, size);
    }

    /// Starts a kernel and waits until it answers.
    ///
    /// @param workingFolder where it runs; the notebook's folder
    public ConnectOutcome start(Kernelspec kernelspec, Path workingFolder, LaunchOptions options)
            throws InterruptedException {
        var start = new ConnectedKernel.Start(kernelspec, workingFolder, options);
        for (int i = 1; ; i++) {
            var outcome = connected(launch(kernelspec, workingFolder, options), start);
            if (i == MOST_STARTS || !isWorthAnotherStart(outcome)) {
                return outcome;
            }
        }
    }

    private LaunchOutcome launch(Kernelspec kernelspec, Path workingFolder, LaunchOptions options)
            throws InterruptedException {
        return kernels.launcher().launch(kernelspec, workingFolder, options, starter(options));
    }

    private LocalLauncher.Starter starter(LaunchOptions options) {
        var notebook = options.keptFor();
        return keepers == null || notebook == null
                ? kernels.launcher().ownProcess()
                : keepers.starter(notebook);
    }

    /// Starts a kernel again that has ended ([ConnectedKernel#shutdownToRestart]), with the same
    /// options and at the same address, so that other front ends find it. Nothing that was sent to
    /// the old one reaches the new one.
    ///
    /// @param workingFolder where it runs; the notebook may have moved meanwhile
    /// @return a new kernel with a new client
    public ConnectOutcome startAgain(ConnectedKernel ended, Path workingFolder)
            throws InterruptedException {
        var before = ended.start();
        var start = new ConnectedKernel.Start(before.kernelspec(), workingFolder, before.options());
        var again =
                kernels.launcher()
                        .relaunch(
                                ended.process(),
                                workingFolder,
                                start.options(),
                                starter(start.options()));
        var outcome = connected(again, start);
        return isWorthAnotherStart(outcome)
                ? start(start.kernelspec(), workingFolder, start.options())
                : outcome;
    }

    /// Starts the first of the tools that a kernel's environment or the PATH has. It ends with its
    /// input, and so with this program, however that ends.
    ///
    /// @param notebookFolder whose programs run after a consent only
    /// @param workingFolder where the tool runs
    public ToolOutcome startTool(
            List<Tool> tools, Kernelspec kernelspec, Path notebookFolder, Path workingFolder) {
        return kernels.tools().start(tools, kernelspec, notebookFolder, workingFolder);
    }

    /// Ends every kernel that runs, in peace, and waits for that and for those that are ending
    /// already; for a program that is about to end. What has not ended in that time is ended by
    /// force. Those that were left ([ConnectedKernel#leave]) run on.
    public void endAll(Duration patience) throws InterruptedException {
        var all = running.stream().filter(each -> !each.isLeft()).toList();
        all.forEach(KernelBridge::shutdownSoon);
        var ends = all.stream().map(each -> each.exit().toCompletableFuture());
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            all.forEach(ConnectedKernel::close);
        }
    }

    private static void shutdownSoon(ConnectedKernel kernel) {
        Thread.ofVirtual()
                .name("kernel-shutdown")
                .start(
                        () -> {
                            try {
                                kernel.shutdown();
                            } catch (InterruptedException _) {
                                kernel.close();
                            }
                        });
    }

    private ConnectOutcome connected(LaunchOutcome launched, ConnectedKernel.Start start)
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

    private ConnectOutcome answered(ConnectedKernel kernel) throws InterruptedException {
        var patience = kernel.start().options().startTimeout();
        boolean answers = false;
        try {
            answers = answers(kernel, patience);
            if (answers) {
                watch(kernel);
            }
            return answers ? new Connected(kernel) : new Failed(whyNot(kernel, patience));
        } finally {
            if (!answers) {
                kernel.close();
            }
        }
    }

    private void watch(ConnectedKernel kernel) {
        running.add(kernel);
        kernel.exit().thenRun(() -> running.remove(kernel));
    }

    private static boolean answers(ConnectedKernel kernel, Duration patience)
            throws InterruptedException {
        long begin = System.nanoTime();
        if (!kernel.process().awaitStarted(patience)) {
            return false;
        }
        var left = patience.minusNanos(System.nanoTime() - begin);
        return kernel.client().awaitReady(left).isPresent() && isHeard(kernel, begin, patience);
    }

    /// The keeper's subscription has to be up too: what is said before would not be recorded.
    private static boolean isHeard(ConnectedKernel kernel, long begin, Duration patience)
            throws InterruptedException {
        if (!(kernel.process() instanceof KeptKernel kept)) {
            return true;
        }
        while (!kept.isHeard()) {
            kernel.client().kernelInfo(EXIT_PATIENCE); // has it broadcast something
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
        }
        return true;
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
                    case TimedOut _,
                            ConsentNeeded _,
                            ProgramMissing _,
                            SystemRefused _,
                            ServerFailed _,
                            HostFailed _ ->
                            false;
                };
    }
}
