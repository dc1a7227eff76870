package org.cellist.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;

/// Starts the kernel that is measured. Thread-safe.
public interface KernelStart {

    /// Starts it and waits until it answers.
    ///
    /// @throws IOException if it does not start, or is no Python kernel
    ConnectedKernel start() throws IOException, InterruptedException;

    /// A kernel of this machine, in the working folder.
    static KernelStart here(KernelBridge bridge, Kernelspec kernelspec) {
        return () -> {
            requirePython(kernelspec.name(), kernelspec.language());
            var folder = Path.of("").toAbsolutePath();
            return connected(bridge.start(kernelspec, folder, LaunchOptions.DEFAULT));
        };
    }

    /// A kernel of a machine that is reached over SSH without a question.
    ///
    /// @param name of its kernelspec
    static KernelStart there(HostBridge hosts, SshHost host, String name) {
        return () -> {
            var spec =
                    listing(hosts, host).kernelspecs().stream()
                            .filter(it -> it.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new IOException(host + " has no " + name));
            requirePython(name, spec.language());
            var notebook = new Notebook("bench-" + ProcessHandle.current().pid(), "bench");
            var runtime = new OnHost(host, spec, null);
            return connected(
                    hosts.connect(runtime, notebook, LaunchOptions.DEFAULT, RunAdopter.NOBODY));
        };
    }

    private static HostListing listing(HostBridge hosts, SshHost host)
            throws IOException, InterruptedException {
        return switch (hosts.look(host, HostQuestions.NOBODY)) {
            case HostAnswer.Given(var listing) -> listing;
            case HostAnswer.Refused(var problem) -> throw new IOException(problem.toString());
        };
    }

    private static void requirePython(String name, String language) throws IOException {
        if (!language.equalsIgnoreCase("python")) {
            throw new IOException(name + " is no Python kernel");
        }
    }

    private static ConnectedKernel connected(ConnectOutcome outcome) throws IOException {
        return switch (outcome) {
            case ConnectOutcome.Connected(var kernel) -> kernel;
            case ConnectOutcome.Failed(var failure) -> throw new IOException(failure.toString());
        };
    }
}
