package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelRuntime.Ssh;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.ssh.openssh.SshConfig;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Asks machines what they have, and starts and ends kernels there. All that happens on
/// one machine shares its [Door].
///
/// Thread-safe. Its methods block.
public final class SshHosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A kernel may take its time to end and to begin.
    private static final Duration RESTART_PATIENCE = Duration.ofMinutes(1);

    /// Between two lines of an installer that fetches something large.
    private static final Duration INSTALL_PATIENCE = Duration.ofMinutes(10);

    private final SshPlaces places;
    private final HostTimes times;
    private final Map<SshHost, Door> doors = new ConcurrentHashMap<>();
    private volatile Duration unused = Duration.ofDays(1); // then a kernel ends

    /// Asks nobody yet.
    public SshHosts(SshPlaces places, HostTimes times) {
        this.places = places;
        this.times = times;
    }

    /// Returns the machines that the person's configuration has a name for.
    public List<SshHost> named() {
        return SshConfig.read(places.home(), places.user(), places.configs()).names().stream()
                .flatMap(it -> SshHost.parse(it).stream())
                .toList();
    }

    /// Returns what a machine has.
    public HostAnswer<HostListing> look(SshHost host, HostQuestions questions)
            throws InterruptedException {
        return answered(() -> listing(door(host), questions));
    }

    private static HostListing listing(Door door, HostQuestions questions)
            throws HostException, InterruptedException {
        return ListingReader.read(answer(door, questions, HostOrders.look()));
    }

    /// Asks something that has one answer.
    private static JsonObject answer(Door door, HostQuestions questions, JsonObject order)
            throws HostException, InterruptedException {
        return answer(door, questions, order, PATIENCE);
    }

    private static JsonObject answer(
            Door door, HostQuestions questions, JsonObject order, Duration patience)
            throws HostException, InterruptedException {
        try (var talk = door.begin(order, questions, PATIENCE)) {
            var answer = talk.answer(patience);
            talk.awaitEnd();
            return answer;
        }
    }

    /// A kernelspec that was remembered without its command is looked for.
    private static HostKernelspec found(Door door, Ssh runtime)
            throws HostException, InterruptedException {
        var wanted = runtime.kernelspec();
        if (!wanted.argv().isEmpty()) {
            return wanted;
        }
        return listing(door, HostQuestions.NOBODY).kernelspecs().stream()
                .filter(it -> it.name().equals(wanted.name()))
                .min(Comparator.comparing(it -> !it.place().equals(wanted.place())))
                .orElseThrow(
                        () ->
                                new HostException(
                                        new HostProblem.NoSuchKernelspec(wanted.displayName())));
    }

    /// Starts a kernel, or joins the one that runs for the same notebook; or what is left of one
    /// that has ended, if that is wanted ([HostProcess#hasEnded]).
    public HostAnswer<HostProcess> start(Ssh runtime, HostWish wish) throws InterruptedException {
        var joined = runtime.kernel();
        return answered(
                () -> {
                    var door = door(runtime.host());
                    var order =
                            joined == null
                                    ? HostOrders.start(found(door, runtime), wish, times, unused)
                                    : HostOrders.join(joined);
                    return process(runtime, door, order);
                });
    }

    /// Joins what is left of a notebook's kernel that has ended, or the one that runs.
    ///
    /// @param id the notebook's name there
    public HostAnswer<HostProcess> resume(Ssh runtime, String id) throws InterruptedException {
        return answered(() -> process(runtime, door(runtime.host()), HostOrders.joinEnded(id)));
    }

    /// Joins the kernel that runs for a notebook.
    ///
    /// @param id the notebook's name there
    public HostAnswer<HostProcess> join(Ssh runtime, String id) throws InterruptedException {
        return answered(() -> process(runtime, door(runtime.host()), HostOrders.join(id)));
    }

    /// From now on kernels end that have done nothing for that time while nobody was connected;
    /// those that run hear of it when somebody comes.
    public void endUnusedAfter(Duration time) {
        unused = time;
    }

    private void tellUnused(HostTalk talk) throws HostException {
        try {
            talk.tell(HostOrders.unused(unused));
        } catch (IOException e) {
            throw new HostException(new HostProblem.Failed(SshClients.words(e)));
        }
    }

    private HostProcess process(Ssh runtime, Door door, JsonObject order)
            throws HostException, InterruptedException {
        var talk = door.begin(order, HostQuestions.NOBODY, PATIENCE);
        boolean isThere = false;
        try {
            var ready = HostOrders.ready(talk.answer(PATIENCE));
            tellUnused(talk);
            var tunnels = tunnels(talk, ready);
            var paths = new HostProcess.Paths(tunnels, talk, recorder(ready, tunnels));
            isThere = true;
            return new HostProcess(
                    runtime.kernelspec(),
                    (it, ways) -> takeAgain(door(runtime.host()), it, ways),
                    ready,
                    paths);
        } catch (HostProcess.Gone _) {
            throw new HostException(new HostProblem.NoSuchKernel());
        } finally {
            if (!isThere) {
                talk.close();
            }
        }
    }

    private static @Nullable HostRecorder recorder(HostReady ready, Tunnels tunnels)
            throws InterruptedException {
        var there = ready.recorder();
        return there == null
                ? null
                : HostRecorder.begin(() -> tunnels.reach(there.port()), there.secret())
                        .orElse(null);
    }

    private HostTalk takeAgain(Door door, HostReady ready, Tunnels tunnels)
            throws HostException, InterruptedException {
        var order = HostOrders.joinAgain(ready.folder());
        var talk = door.begin(order, HostQuestions.NOBODY, PATIENCE);
        boolean isThere = false;
        try {
            var now = HostOrders.ready(talk.answer(PATIENCE));
            if (now.processId() != ready.processId()) {
                throw new HostProcess.Gone();
            }
            tellUnused(talk);
            tunnels.lead(talk.connection());
            isThere = true;
            return talk;
        } finally {
            if (!isThere) {
                talk.close();
            }
        }
    }

    /// A kernel that was started and cannot be reached is of no use to anybody.
    private static Tunnels tunnels(HostTalk talk, HostReady ready) throws HostException {
        var there = ready.there();
        if (!talk.connection().forbidsTunnels(there.shellPort())) {
            return new Tunnels(talk.connection(), there);
        }
        if (!ready.isJoined()) {
            talk.tellLast(HostOrders.signal("KILL"));
        }
        throw new HostException(new HostProblem.NoTunnels());
    }

    /// Returns the kernels of Cellist's that run on a machine, the oldest first, and what they do.
    public HostAnswer<List<HostKernel.Activity>> kernels(SshHost host) throws InterruptedException {
        return answered(
                () ->
                        ListingReader.running(
                                answer(door(host), HostQuestions.NOBODY, HostOrders.running())));
    }

    /// Begins to hear how busy and how full a machine is, over a connection that is there.
    public HostAnswer<HostMeter> meter(SshHost host, HostMeter.Wish wish)
            throws InterruptedException {
        return answered(
                () -> new HostMeter(door(host).beginLesser(HostOrders.watch(wish), PATIENCE)));
    }

    /// Returns whether there is a connection to a machine. Does not block.
    public boolean isConnected(SshHost host) {
        var door = doors.get(host);
        return door != null && door.isOpen();
    }

    /// Ends a kernel of a listing, whoever uses it.
    ///
    /// @param kernel its `HostKernel.id`
    public HostAnswer<String> end(SshHost host, String kernel) throws InterruptedException {
        return answered(
                () -> {
                    answer(door(host), HostQuestions.NOBODY, HostOrders.end(kernel));
                    return kernel;
                });
    }

    /// Ends a kernel of a listing, whoever uses it, and starts another in its place. What it has
    /// said stays for its notebook.
    ///
    /// @param kernel its `HostKernel.id`
    public HostAnswer<String> restart(SshHost host, String kernel) throws InterruptedException {
        return answered(
                () -> {
                    var order = HostOrders.restart(kernel, times, unused);
                    var said = answer(door(host), HostQuestions.NOBODY, order, RESTART_PATIENCE);
                    return switch (Objects.requireNonNullElse(said.string("event"), "")) {
                        case "done" -> kernel;
                        case "gone" -> throw new HostException(new HostProblem.NoSuchKernel());
                        default -> throw new HostException(new HostProblem.Failed(why(said)));
                    };
                });
    }

    private static String why(JsonObject said) {
        return Objects.requireNonNullElse(said.string("why"), "");
    }

    /// Puts ipykernel into an environment of Cellist's own there, which a person has agreed to.
    /// Whoever is interrupted ends the installation.
    ///
    /// @param lines told each line that the installer prints
    /// @return whether it worked
    public HostAnswer<Boolean> install(SshHost host, Consumer<String> lines)
            throws InterruptedException {
        return answered(
                () -> {
                    var order = HostOrders.order("install");
                    try (var talk = door(host).begin(order, HostQuestions.NOBODY, PATIENCE)) {
                        while (true) {
                            var answer = talk.answer(INSTALL_PATIENCE);
                            if (!"line".equals(answer.string("event"))) {
                                return HostOrders.number(answer, "code") == 0;
                            }
                            lines.accept(Objects.requireNonNullElse(answer.string("text"), ""));
                        }
                    }
                });
    }

    private Door door(SshHost host) {
        return doors.computeIfAbsent(host, it -> new Door(places, it));
    }

    /// Starts the login shell of a machine in a terminal there.
    public HostAnswer<Terminal> terminal(SshHost host, TerminalSize size, HostQuestions questions)
            throws InterruptedException {
        return answered(() -> door(host).terminal(size, questions));
    }

    /// Returns the files of a machine. Does not block; connects when something is asked.
    public PlaceFiles files(SshHost host) {
        return new SftpFiles(host, () -> door(host));
    }

    /// Ends the connections to a machine; kernels there run on.
    public void forget(SshHost host) {
        var door = doors.remove(host);
        if (door != null) {
            door.close();
        }
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        doors.values().forEach(Door::close);
    }

    private interface Conversation<T> {
        T hold() throws HostException, InterruptedException;
    }

    private static <T> HostAnswer<T> answered(Conversation<T> conversation)
            throws InterruptedException {
        try {
            return new HostAnswer.Given<>(conversation.hold());
        } catch (HostException e) {
            return new HostAnswer.Refused<>(e.problem());
        }
    }
}
