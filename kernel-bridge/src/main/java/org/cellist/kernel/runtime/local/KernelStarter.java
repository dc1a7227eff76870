package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// Makes processes of orders: gives each kernel an address, a connection file and a guard. The
/// kernels end with this program.
///
/// Thread-safe.
public final class KernelStarter {

    /// By this ipykernel knows whom it belongs to.
    static final String OWNER = "JPY_PARENT_PID";

    private final RuntimeFolder folder;
    private final Supervision supervision;
    private final Connector connector;
    private final FreePorts ports = new FreePorts();

    /// @param folder where connection files are written
    /// @param connector connects to each kernel that was started
    public KernelStarter(Host host, RuntimeFolder folder, Connector connector) {
        this.folder = folder;
        this.supervision = new Supervision(host);
        this.connector = connector;
    }

    /// Connects to a kernel whose process has just begun.
    public interface Connector {

        /// Connects in the background.
        ///
        /// @param id the process id, for names of threads
        KernelChannels connect(ConnectionInfo connection, String id);
    }

    /// Starts a kernel. Blocks for some milliseconds.
    ///
    /// @param again the address of the one whose place it takes, which has ended, so that other
    ///     front ends find it; null for a new one
    public LaunchOutcome start(LaunchOrder order, @Nullable ConnectionInfo again) {
        try {
            boolean isEncrypted = order.kernelspec().file().supportsCurve();
            return startAt(again == null ? ports.take(isEncrypted) : ports.takeAgain(again), order);
        } catch (IOException cause) {
            return new NotLaunched(new SystemRefused(cause.toString()));
        }
    }

    private LaunchOutcome startAt(ConnectionInfo connection, LaunchOrder order) {
        Path file = null;
        try {
            file = folder.write(connection, order.kernelspec().name());
            var builder = new ProcessBuilder(supervision.wrap(order.command(file), file));
            builder.directory(order.folder().toFile());
            builder.environment().clear();
            builder.environment().putAll(order.env());
            builder.environment().replace(OWNER, Long.toString(ProcessHandle.current().pid()));
            builder.redirectErrorStream(true);
            var process = builder.start();
            var kernel =
                    new KernelProcess(
                            order.kernelspec(),
                            new KernelProcess.Address(connection, file),
                            supervision.isGuarded(),
                            process,
                            connector.connect(connection, Long.toString(process.pid())));
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
}
