package org.cellist.kernel.runtime.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.RunningKernel;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.StartFailure.ConsentNeeded;
import org.cellist.kernel.runtime.StartFailure.ProgramMissing;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.CommandPlaces;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// Starts kernels as processes of this machine.
///
/// Thread-safe.
public final class LocalLauncher {

    private final Host host;
    private final CatalogReader catalog;
    private final LaunchEnvironment environment;
    private final Starter ownProcess;

    public LocalLauncher(Host host, CatalogReader catalog, RuntimeFolder folder) {
        this.host = host;
        this.catalog = catalog;
        this.environment = new LaunchEnvironment(host, ProcessHandle.current().pid());
        this.ownProcess = new KernelStarter(host, folder, LocalLauncher::connect)::start;
    }

    /// Whoever starts what was ordered.
    public interface Starter {

        /// Starts a kernel.
        ///
        /// @param again the address of the kernel whose place it takes; null for a new one
        LaunchOutcome start(LaunchOrder order, @Nullable ConnectionInfo again)
                throws InterruptedException;
    }

    private static ZmqChannels connect(ConnectionInfo connection, String id) {
        return new ZmqChannels(connection, HeartbeatPolicy.DEFAULT, id);
    }

    /// Returns what makes the kernels processes of this program, with which they end.
    public Starter ownProcess() {
        return ownProcess;
    }

    /// Starts a kernel at a new address. Blocks for some milliseconds.
    ///
    /// @param notebookFolder where it starts; the person's home if null
    public LaunchOutcome launch(
            Kernelspec kernelspec,
            @Nullable Path notebookFolder,
            LaunchOptions options,
            Starter starter)
            throws InterruptedException {
        var obstacle = obstacle(kernelspec, notebookFolder);
        return obstacle.isPresent()
                ? new NotLaunched(obstacle.get())
                : starter.start(order(kernelspec, notebookFolder, options), null);
    }

    /// Starts the kernel again that has ended, at the address that it had, so that other front
    /// ends find it.
    public LaunchOutcome relaunch(
            RunningKernel ended,
            @Nullable Path notebookFolder,
            LaunchOptions options,
            Starter starter)
            throws InterruptedException {
        var kernelspec = ended.kernelspec();
        var obstacle = obstacle(kernelspec, notebookFolder);
        return obstacle.isPresent()
                ? new NotLaunched(obstacle.get())
                : starter.start(order(kernelspec, notebookFolder, options), ended.connection());
    }

    private Optional<StartFailure> obstacle(Kernelspec kernelspec, @Nullable Path notebookFolder) {
        var consent = catalog.consentNeeded(kernelspec, notebookFolder);
        if (consent.isPresent()) {
            return Optional.of(new ConsentNeeded(consent.get()));
        }
        var interpreter = kernelspec.interpreter();
        return interpreter != null && Files.isExecutable(interpreter.path())
                ? Optional.empty()
                : Optional.of(new ProgramMissing(kernelspec.argv().getFirst()));
    }

    private LaunchOrder order(
            Kernelspec kernelspec, @Nullable Path notebookFolder, LaunchOptions options) {
        return new LaunchOrder(
                kernelspec,
                command(kernelspec, options),
                environment.of(kernelspec, options),
                notebookFolder == null ? host.home() : notebookFolder);
    }

    private static List<String> command(Kernelspec kernelspec, LaunchOptions options) {
        var places =
                CommandPlaces.of(kernelspec.folder(), kernelspec.environment())
                        .with("connection_file", LaunchOrder.CONNECTION_FILE);
        var command = new ArrayList<>(kernelspec.argv().stream().map(places::fill).toList());
        var interpreter = kernelspec.interpreter();
        if (interpreter != null) {
            command.set(0, interpreter.path().toString());
        }
        return Ipykernel.isStartedBy(command) ? Ipykernel.with(options, command) : command;
    }
}
