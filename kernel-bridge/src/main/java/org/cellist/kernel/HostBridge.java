package org.cellist.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.container.Containers;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostDoors;
import org.cellist.kernel.runtime.hosted.HostMeter;
import org.cellist.kernel.runtime.hosted.HostProcess;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.runtime.hosted.HostWish;
import org.cellist.kernel.runtime.hosted.Hosts;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.ssh.SshHosts;
import org.cellist.kernel.runtime.ssh.SshPlaces;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Kernels on machines that are reached over SSH, in containers and in distributions of the Windows
/// Subsystem for Linux: what [KernelBridge] is to those of this one. See docs/decisions/0113 and
/// 0129.
///
/// Thread-safe. Its methods block; call them on virtual threads.
public final class HostBridge implements AutoCloseable {

    /// Knows no configuration, no keys and no agent, and no containers.
    public static final HostBridge NONE =
            new HostBridge(new SshPlaces(Path.of("/nowhere"), "nobody", List.of(), null));

    /// Reading what a kernel has said in a night takes its time.
    private static final Duration LOG_PATIENCE = Duration.ofMinutes(5);

    /// What a kernel that is at work gets to say who it is.
    private static final Duration JOIN_PATIENCE = Duration.ofSeconds(2);

    private final SshHosts machines;
    private final Containers containers;
    private final Hosts hosts;
    private final Set<HostProcess> running = ConcurrentHashMap.newKeySet();

    /// Asks nobody yet; knows no containers.
    public HostBridge(SshPlaces places) {
        this(places, HostTimes.USUAL);
    }

    /// Asks nobody yet; knows no containers.
    public HostBridge(SshPlaces places, HostTimes times) {
        this(places, times, Containers.none());
    }

    /// Asks nobody yet.
    public HostBridge(SshPlaces places, HostTimes times, Containers containers) {
        this.machines = new SshHosts(places);
        this.containers = containers;
        this.hosts =
                new Hosts(
                        new HostDoors(
                                machines.doors(),
                                containers.containers(),
                                containers.distributions()),
                        times);
    }

    /// Returns the machines that the person's SSH configuration has a name for.
    public List<SshHost> named() {
        return machines.named();
    }

    /// Returns the containers and distributions of this machine; enters none. Blocks for some
    /// seconds at most.
    public NearbyHosts nearby() throws InterruptedException {
        return containers.nearby();
    }

    /// Returns what a machine has; connects to it, if nothing is connected yet.
    public HostAnswer<HostListing> look(HostAddress host, HostQuestions questions)
            throws InterruptedException {
        return hosts.look(host, questions);
    }

    /// Returns whether there is a connection to a machine. Does not block.
    public boolean isConnected(HostAddress host) {
        return hosts.isConnected(host);
    }

    /// Returns the kernels of Cellist's that run on a machine, the oldest first, and what they do.
    /// Asks nothing: who would have to log in is told so.
    public HostAnswer<List<HostKernel.Activity>> kernels(HostAddress host)
            throws InterruptedException {
        return hosts.kernels(host);
    }

    /// Begins to hear how busy and how full a machine is. Asks nothing, and connects to nothing:
    /// who is not connected is told so. What is heard ends when a kernel needs its place.
    public HostAnswer<HostMeter> meter(HostAddress host, HostMeter.Wish wish)
            throws InterruptedException {
        return hosts.meter(host, wish);
    }

    /// Ends a kernel there, whoever uses it.
    ///
    /// @param kernel the machine's id of it
    public HostAnswer<String> end(HostAddress host, String kernel) throws InterruptedException {
        return hosts.end(host, kernel);
    }

    /// From now on kernels there end that have done nothing for that time while nobody was
    /// connected, also those that this program is connected to now.
    public void endUnusedAfter(Duration time) {
        hosts.endUnusedAfter(time);
        running.forEach(process -> process.endUnusedAfter(time));
    }

    /// Ends a kernel there, whoever uses it, and starts another in its place: the same command,
    /// folder and variables. What it has said stays for its notebook.
    ///
    /// @param kernel the machine's id of it
    public HostAnswer<String> restart(HostAddress host, String kernel) throws InterruptedException {
        return hosts.restart(host, kernel);
    }

    /// Puts ipykernel into an environment of Cellist's own there; interrupt it to stop it.
    ///
    /// @param lines told each line that the installer prints
    /// @return whether it worked
    public HostAnswer<Boolean> install(HostAddress host, Consumer<String> lines)
            throws InterruptedException {
        return hosts.install(host, lines);
    }

    /// Starts the person's shell on a machine, in a terminal there.
    public HostAnswer<Terminal> terminal(
            HostAddress host, TerminalSize size, HostQuestions questions)
            throws InterruptedException {
        return terminal(host, "", size, questions);
    }

    /// Starts the person's shell on a machine, in a terminal and a folder there.
    ///
    /// @param folder where it begins, if that is there; `~` for the person's home, and empty
    public HostAnswer<Terminal> terminal(
            HostAddress host, String folder, TerminalSize size, HostQuestions questions)
            throws InterruptedException {
        return hosts.terminal(host, folder, size, questions);
    }

    /// Returns the files of a machine. Does not block; who would have to log in is told so when
    /// something is asked.
    public PlaceFiles files(SshHost host) {
        return machines.files(host);
    }

    /// Ends the connection to a machine; kernels there run on.
    public void forget(HostAddress host) {
        hosts.forget(host);
    }

    /// Starts the notebook's own kernel, finds it where it runs on from before, or joins the one
    /// that the runtime names; waits until it answers, unless it ran already, and until all that it
    /// said before has been handed out.
    ///
    /// @param adopter takes over what runs from before, or has ended while nobody was there;
    ///     [RunAdopter#NOBODY] where all that came before is of no interest
    public ConnectOutcome connect(
            OnHost runtime, Notebook notebook, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        boolean takesEnded = !adopter.equals(RunAdopter.NOBODY);
        return switch (hosts.start(runtime, wish(notebook, options, takesEnded))) {
            case HostAnswer.Refused(var problem) -> failed(problem);
            case HostAnswer.Given(var ended) when ended.hasEnded() -> {
                adopt(ended, options, adopter);
                yield connect(runtime, notebook, options, RunAdopter.NOBODY);
            }
            case HostAnswer.Given(var process) -> answered(process, options, adopter);
        };
    }

    private static HostWish wish(Notebook notebook, LaunchOptions options, boolean takesEnded) {
        return new HostWish(
                id(notebook),
                notebook.name(),
                options.folderThere() == null
                        ? folderBelowHome(options.keptFor())
                        : options.folderThere(),
                options.env(),
                takesEnded);
    }

    /// Returns what a notebook's kernel is called on every machine: `HostKernel.id`.
    public static String id(Notebook notebook) {
        return notebook.path().replaceAll("[^\\w-]", "_");
    }

    private static String folderBelowHome(@Nullable String notebook) {
        var home = Path.of(System.getProperty("user.home"));
        var folder = notebook == null ? null : Path.of(notebook).getParent();
        return folder == null || !folder.startsWith(home)
                ? ""
                : home.relativize(folder).toString().replace('\\', '/');
    }

    private static ConnectOutcome failed(HostProblem problem) {
        return new ConnectOutcome.Failed(new StartFailure.HostFailed(problem));
    }

    /// Finds the notebook's own kernel where it runs on from before, or what is left of it, and
    /// returns when all that it said has been handed to whoever adopts its runs; what one before it
    /// said that was restarted meanwhile comes first. Starts nothing.
    public ConnectOutcome resume(
            OnHost runtime, Notebook notebook, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        return switch (hosts.resume(runtime, id(notebook))) {
            case HostAnswer.Refused(var problem) -> failed(problem);
            case HostAnswer.Given(var ended) when ended.hasEnded() -> {
                var last = new ConnectOutcome.Connected(adopt(ended, options, adopter));
                yield switch (hosts.join(runtime, id(notebook))) {
                    case HostAnswer.Refused(var _) -> last;
                    case HostAnswer.Given(var next) -> answered(next, options, adopter);
                };
            }
            case HostAnswer.Given(var process) -> answered(process, options, adopter);
        };
    }

    /// Hands out what a kernel has said that has ended.
    private static ConnectedKernel adopt(
            HostProcess ended, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        var client = client(ended, adopter);
        boolean isTaken = false;
        try {
            client.awaitClosed();
            isTaken = true;
        } finally {
            if (!isTaken) {
                ended.leave();
            }
        }
        var start = new ConnectedKernel.Start(ended.kernelspec(), Path.of(""), options);
        return new ConnectedKernel(ended, client, start);
    }

    private static KernelClient client(HostProcess process, RunAdopter adopter) {
        return new KernelClient(process.channels(), "host-" + process.processId(), adopter);
    }

    /// A file has what these runs said: it need not be remembered.
    public void settle(Collection<MessageId> runs) {
        var ids = runs.stream().map(MessageId::value).toList();
        running.forEach(process -> process.settle(ids));
    }

    private ConnectOutcome answered(HostProcess process, LaunchOptions options, RunAdopter adopter)
            throws InterruptedException {
        var client = client(process, adopter);
        var start = new ConnectedKernel.Start(process.kernelspec(), Path.of(""), options);
        var kernel = new ConnectedKernel(process, client, start);
        boolean answers = false;
        try {
            var patience = process.isJoined() ? JOIN_PATIENCE : options.startTimeout();
            boolean isCaughtUp = process.awaitNow(LOG_PATIENCE);
            answers = client.awaitReady(patience).isPresent() || process.isJoined();
            answers &= isCaughtUp;
            if (answers) {
                running.add(process);
                var _ = process.exit().thenRun(() -> running.remove(process));
            }
            return answers
                    ? new ConnectOutcome.Connected(kernel)
                    : new ConnectOutcome.Failed(whyNot(process, patience));
        } finally {
            if (!answers && process.isJoined()) {
                boolean _ = kernel.leave(); // it may be at work
            } else if (!answers) {
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
