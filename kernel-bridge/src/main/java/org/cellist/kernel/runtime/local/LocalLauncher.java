package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.RunningKernel;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.StartFailure.ConsentNeeded;
import org.cellist.kernel.runtime.StartFailure.ProgramMissing;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
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
    private final RuntimeFolder folder;
    private final Supervision supervision;
    private final LaunchEnvironment environment;
    private final FreePorts ports = new FreePorts();

    public LocalLauncher(Host host, CatalogReader catalog, RuntimeFolder folder) {
        this.host = host;
        this.catalog = catalog;
        this.folder = folder;
        this.supervision = new Supervision(host);
        this.environment = new LaunchEnvironment(host, ProcessHandle.current().pid());
    }

    /// Starts a kernel at a new address. Blocks for some milliseconds.
    ///
    /// @param notebookFolder where it starts; the person's home if null
    public LaunchOutcome launch(
            Kernelspec kernelspec, @Nullable Path notebookFolder, LaunchOptions options) {
        var obstacle = obstacle(kernelspec, notebookFolder);
        if (obstacle.isPresent()) {
            return new NotLaunched(obstacle.get());
        }
        try {
            return start(ports.take(), kernelspec, notebookFolder, options);
        } catch (IOException cause) {
            return new NotLaunched(new SystemRefused(cause.toString()));
        }
    }

    /// Starts the kernel again that has ended, at the address that it had, so that other front
    /// ends find it.
    public LaunchOutcome relaunch(
            RunningKernel ended, @Nullable Path notebookFolder, LaunchOptions options) {
        var kernelspec = ended.kernelspec();
        var obstacle = obstacle(kernelspec, notebookFolder);
        return obstacle.isPresent()
                ? new NotLaunched(obstacle.get())
                : start(ports.takeAgain(ended.connection()), kernelspec, notebookFolder, options);
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

    private LaunchOutcome start(
            ConnectionInfo connection,
            Kernelspec kernelspec,
            @Nullable Path notebookFolder,
            LaunchOptions options) {
        Path file = null;
        try {
            file = folder.write(connection, kernelspec.name());
            var builder =
                    new ProcessBuilder(supervision.wrap(command(kernelspec, options, file), file));
            builder.directory((notebookFolder == null ? host.home() : notebookFolder).toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.of(kernelspec, options));
            builder.redirectErrorStream(true);
            var address = new KernelProcess.Address(connection, file);
            var kernel =
                    new KernelProcess(
                            kernelspec, address, supervision.isGuarded(), builder.start());
            kernel.watch(() -> ports.giveBack(connection));
            return new Launched(kernel);
        } catch (IOException cause) {
            ports.giveBack(connection);
            return new NotLaunched(new SystemRefused(refusal(cause, file)));
        }
    }

    /// The connection file of a kernel that never was goes at once.
    private static String refusal(IOException cause, @Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException more) {
            cause.addSuppressed(more);
        }
        return cause.toString();
    }

    private static List<String> command(
            Kernelspec kernelspec, LaunchOptions options, Path connectionFile) {
        var places =
                CommandPlaces.of(kernelspec.folder(), kernelspec.environment())
                        .with("connection_file", connectionFile.toString());
        var command = new ArrayList<>(kernelspec.argv().stream().map(places::fill).toList());
        var interpreter = kernelspec.interpreter();
        if (interpreter != null) {
            command.set(0, interpreter.path().toString());
        }
        return Ipykernel.isStartedBy(command) ? Ipykernel.with(options, command) : command;
    }
}
