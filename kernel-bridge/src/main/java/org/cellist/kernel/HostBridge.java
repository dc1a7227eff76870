package org.cellist.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelRuntime.Ssh;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.ssh.HostProcess;
import org.cellist.kernel.runtime.ssh.SshHosts;
import org.cellist.kernel.runtime.ssh.SshPlaces;

/// Kernels on machines that are reached over SSH: what [KernelBridge] is to those of this one. See
/// docs/decisions/0113.
///
/// Thread-safe. Its methods block; call them on virtual threads.
public final class HostBridge implements AutoCloseable {

    /// Knows no configuration, no keys and no agent.
    public static final HostBridge NONE =
            new HostBridge(new SshPlaces(Path.of("/nowhere"), "nobody", List.of(), null));

    /// What a kernel that is at work gets to say who it is.
    private static final Duration JOIN_PATIENCE = Duration.ofSeconds(2);

    private final SshHosts hosts;

    /// Asks nobody yet.
    public HostBridge(SshPlaces places) {
        this.hosts = new SshHosts(places);
    }

    /// Returns the machines that the person's SSH configuration has a name for.
    public List<SshHost> named() {
        return hosts.named();
    }

    /// Returns what a machine has; connects to it, if nothing is connected yet.
    public HostAnswer<HostListing> look(SshHost host, HostQuestions questions)
            throws InterruptedException {
        return hosts.look(host, questions);
    }

    /// Ends a kernel there, whoever uses it.
    ///
    /// @param kernel the machine's id of it
    public HostAnswer<String> end(SshHost host, String kernel) throws InterruptedException {
        return hosts.end(host, kernel);
    }

    /// Puts ipykernel into an environment of Cellist's own there; interrupt it to stop it.
    ///
    /// @param lines told each line that the installer prints
    /// @return whether it worked
    public HostAnswer<Boolean> install(SshHost host, Consumer<String> lines)
            throws InterruptedException {
        return hosts.install(host, lines);
    }

    /// Ends the connection to a machine; kernels there run on.
    public void forget(SshHost host) {
        hosts.forget(host);
    }

    /// Starts the notebook's own kernel, finds it where it runs on from before, or joins the one
    /// that the runtime names; waits until it answers, unless it ran already.
    public ConnectOutcome connect(Ssh runtime, Notebook notebook, LaunchOptions options)
            throws InterruptedException {
        var name = notebook.path().replaceAll("[^\\w-]", "_");
        return switch (hosts.start(runtime, name, notebook.name(), options.env())) {
            case HostAnswer.Refused(var problem) ->
                    new ConnectOutcome.Failed(new StartFailure.HostFailed(problem));
            case HostAnswer.Given(var process) -> answered(process, options);
        };
    }

    private static ConnectOutcome answered(HostProcess process, LaunchOptions options)
            throws InterruptedException {
        var client = new KernelClient(process.channels(), "ssh-" + process.processId());
        var start = new ConnectedKernel.Start(process.kernelspec(), Path.of(""), options);
        var kernel = new ConnectedKernel(process, client, start);
        boolean answers = false;
        try {
            var patience = process.isJoined() ? JOIN_PATIENCE : options.startTimeout();
            answers = client.awaitReady(patience).isPresent() || process.isJoined();
            return answers
                    ? new ConnectOutcome.Connected(kernel)
                    : new ConnectOutcome.Failed(whyNot(process, patience));
        } finally {
            if (!answers) {
                kernel.close();
            }
        }
    }

    private static StartFailure whyNot(HostProcess process, Duration waited)
            throws InterruptedException {
        try {
            CompletableFuture<?> end = process.exit().toCompletableFuture();
            end.get(1, TimeUnit.SECONDS);
            return new StartFailure.DiedAtStart(process.exit().toCompletableFuture().join());
        } catch (TimeoutException | ExecutionException _) {
            return new StartFailure.TimedOut(waited, process.lastWords());
        }
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        hosts.close();
    }
}
