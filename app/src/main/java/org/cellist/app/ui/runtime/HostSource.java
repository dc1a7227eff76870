package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;

/// The machines that a person reaches over SSH. Implemented by the application with the kernel
/// bridge.
///
/// Thread-safe. Its methods block, but for [#hosts], [#add] and [#isConnected].
public interface HostSource {

    /// Returns those that were added.
    List<SshHost> hosts();

    /// Returns those that the person's SSH configuration has names for.
    List<SshHost> named();

    /// Looks at a machine; waits for the answers to what it asks first.
    HostAnswer<HostListing> look(SshHost host, HostQuestions questions) throws InterruptedException;

    void add(SshHost host);

    void forget(SshHost host);

    /// Returns whether there is a connection to a machine. Does not block.
    boolean isConnected(SshHost host);

    /// Returns the kernels of Cellist's that run there, and what they do. Asks nothing.
    HostAnswer<List<HostKernel.Activity>> kernels(SshHost host) throws InterruptedException;

    /// Ends a kernel there, whoever uses it.
    void end(SshHost host, String kernel) throws InterruptedException;

    /// Ends a kernel there, whoever uses it, and starts another in its place.
    void restart(SshHost host, String kernel) throws InterruptedException;

    /// Puts ipykernel into an environment of its own there. Whoever is interrupted stops that.
    ///
    /// @param lines told each line that the installer prints
    /// @return whether it worked
    HostAnswer<Boolean> install(SshHost host, Consumer<String> lines) throws InterruptedException;
}
