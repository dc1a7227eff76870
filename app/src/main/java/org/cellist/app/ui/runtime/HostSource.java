package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.SshHost;

/// The machines that a person reaches over SSH, and the containers and distributions of this one.
/// Implemented by the application with the kernel
/// bridge.
///
/// Thread-safe. Its methods block, but for [#hosts], [#add] and [#isConnected].
public interface HostSource {

    /// Returns those that were added.
    List<HostAddress> hosts();

    /// Returns those that the person's SSH configuration has names for.
    List<SshHost> named();

    /// Returns the containers and distributions of this machine, whether they were added or not;
    /// enters none.
    NearbyHosts nearby() throws InterruptedException;

    /// Looks at a machine; waits for the answers to what it asks first.
    HostAnswer<HostListing> look(HostAddress host, HostQuestions questions)
            throws InterruptedException;

    void add(HostAddress host);

    void forget(HostAddress host);

    /// Returns whether there is a connection to a machine. Does not block.
    boolean isConnected(HostAddress host);

    /// Returns the kernels of Cellist's that run there, and what they do. Asks nothing.
    HostAnswer<List<HostKernel.Activity>> kernels(HostAddress host) throws InterruptedException;

    /// Begins to hear how busy and how full a machine is. Asks nothing, and connects to nothing.
    ///
    /// @param wish what is looked at, until something else is asked
    HostAnswer<Meter> meter(HostAddress host, Wish wish) throws InterruptedException;

    /// What of a machine is looked at. Immutable.
    ///
    /// @param whole whether at the GPUs, the disk and the kernels, or at the memory alone
    /// @param kernel that whose folder's disk is meant; empty for the person's home
    record Wish(boolean whole, String kernel) {}

    /// Tells what a machine is like, look by look. Thread-safe.
    interface Meter extends AutoCloseable {

        /// Returns the next look; empty when there will be none. Blocks until then.
        Optional<MachineLook> next();

        /// From now on that is looked at, beginning at once.
        void ask(Wish wish);

        @Override
        void close();
    }

    /// Ends a kernel there, whoever uses it.
    void end(HostAddress host, String kernel) throws InterruptedException;

    /// Ends a kernel there, whoever uses it, and starts another in its place.
    void restart(HostAddress host, String kernel) throws InterruptedException;

    /// Puts ipykernel into an environment of its own there. Whoever is interrupted stops that.
    ///
    /// @param lines told each line that the installer prints
    /// @return whether it worked
    HostAnswer<Boolean> install(HostAddress host, Consumer<String> lines)
            throws InterruptedException;
}
