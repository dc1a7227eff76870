package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Asks machines what they have, and starts and ends kernels there. All that happens on
/// one machine shares its [Door].
///
/// Thread-safe. Its methods block.
public final class Hosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A kernel may take its time to end and to begin.
    private static final Duration RESTART_PATIENCE = Duration.ofMinutes(1);

    /// Between two lines of an installer that fetches something large.
    private static final Duration INSTALL_PATIENCE = Duration.ofMinutes(10);

    private final HostDoors doors;
    private final HostTimes times;
    private volatile Duration unused = Duration.ofDays(1); // then a kernel ends

    /// Asks nobody yet.
    public Hosts(HostDoors doors, HostTimes times) {
        this.doors = doors;
        this.times = times;
    }

    /// Returns what a machine has.
    public HostAnswer<HostListing> look(HostAddress host, HostQuestions questions)
            throws InterruptedException {
        return answered(() -> listing(door(host), questions));
    }

    private static HostListing listing(Door<?> door, HostQuestions questions)
            throws HostException, InterruptedException {
        return ListingReader.read(answer(door, questions, HostOrders.look()));
    }

    /// Asks something that has one answer.
    private static JsonObject answer(Door<?> door, HostQuestions questions, JsonObject order)
            throws HostException, InterruptedException {
        return answer(door, questions, order, PATIENCE);
    }

    private static JsonObject answer(
            Door<?> door, HostQuestions questions, JsonObject order, Duration patience)
            throws HostException, InterruptedException {
        try (var talk = door.begin(order, questions, PATIENCE)) {
            var answer = talk.answer(patience);
            talk.awaitEnd();
            return answer;
        }
    }

    /// A kernelspec that was remembered without its command is looked for.
    private static HostKernelspec found(Door<?> door, OnHost runtime)
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
    public HostAnswer<HostProcess> start(OnHost runtime, HostWish wish)
            throws InterruptedException {
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
    public HostAnswer<HostProcess> resume(OnHost runtime, String id) throws InterruptedException {
        return answered(() -> process(runtime, door(runtime.host()), HostOrders.joinEnded(id)));
    }

    /// Joins the kernel that runs for a notebook.
    ///
    /// @param id the notebook's name there
    public HostAnswer<HostProcess> join(OnHost runtime, String id) throws InterruptedException {
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
            throw new HostException(new HostProblem.Failed(HostException.words(e)));
        }
    }

    private HostProcess process(OnHost runtime, Door<?> door, JsonObject order)
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

    private HostTalk takeAgain(Door<?> door, HostReady ready, Tunnels tunnels)
            throws HostException, InterruptedException {
        var talk = beginAgain(door, HostOrders.joinAgain(ready.folder()));
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

    /// What does not run, or is not there any more, has no kernels.
    private static HostTalk beginAgain(Door<?> door, JsonObject order)
            throws HostException, InterruptedException {
        try {
            return door.begin(order, HostQuestions.NOBODY, PATIENCE);
        } catch (HostException e) {
            switch (e.problem()) {
                case HostProblem.NoSuchHost _, HostProblem.NotRunning _ ->
                        throw new HostProcess.Gone();
                default -> throw e;
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
    public HostAnswer<List<HostKernel.Activity>> kernels(HostAddress host)
            throws InterruptedException {
        return answered(
                () ->
                        ListingReader.running(
                                answer(door(host), HostQuestions.NOBODY, HostOrders.running())));
    }

    /// Begins to hear how busy and how full a machine is, over a connection that is there.
    public HostAnswer<HostMeter> meter(HostAddress host, HostMeter.Wish wish)
            throws InterruptedException {
        return answered(
                () -> new HostMeter(door(host).beginLesser(HostOrders.watch(wish), PATIENCE)));
    }

    /// Returns whether there is a connection to a machine. Does not block.
    public boolean isConnected(HostAddress host) {
        return doors.isOpen(host);
    }

    /// Ends a kernel of a listing, whoever uses it.
    ///
    /// @param kernel its `HostKernel.id`
    public HostAnswer<String> end(HostAddress host, String kernel) throws InterruptedException {
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
    public HostAnswer<String> restart(HostAddress host, String kernel) throws InterruptedException {
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
    public HostAnswer<Boolean> install(HostAddress host, Consumer<String> lines)
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

    private Door<?> door(HostAddress host) {
        return doors.door(host);
    }

    /// Starts the person's shell on a host, in a terminal there.
    ///
    /// @param folder where it begins, if that is there; empty for the person's home
    public HostAnswer<Terminal> terminal(
            HostAddress host, String folder, TerminalSize size, HostQuestions questions)
            throws InterruptedException {
        return answered(() -> door(host).terminal(folder, size, questions));
    }

    /// Ends the connections to a machine; kernels there run on.
    public void forget(HostAddress host) {
        doors.forget(host);
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        doors.close();
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
