package org.cellist.kernel.runtime.ssh;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelRuntime.Ssh;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;

/// Asks machines what they have, and starts and ends kernels there. There is one connection to each
/// machine, which all that happens there shares.
///
/// Thread-safe. Its methods block.
public final class SshHosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Between two lines of an installer that fetches something large.
    private static final Duration INSTALL_PATIENCE = Duration.ofMinutes(10);

    private final SshPlaces places;
    private final Map<SshHost, Door> doors = new ConcurrentHashMap<>();

    /// Asks nobody yet.
    public SshHosts(SshPlaces places) {
        this.places = places;
    }

    /// The connection to one machine. Whoever comes while it is being made waits for it.
    private static final class Door {
        final ReentrantLock lock = new ReentrantLock();
        @Nullable SshConnection connection; // guarded by lock
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
        return answered(() -> listing(connection(host, questions)));
    }

    private static HostListing listing(SshConnection connection)
            throws HostException, InterruptedException {
        var order = HostOrders.look();
        try (var talk = HostTalk.begin(connection, order, PATIENCE)) {
            return ListingReader.read(talk.answer(PATIENCE));
        }
    }

    /// A kernelspec that was remembered without its command is looked for.
    private static HostKernelspec found(SshConnection connection, Ssh runtime)
            throws HostException, InterruptedException {
        var wanted = runtime.kernelspec();
        if (!wanted.argv().isEmpty()) {
            return wanted;
        }
        return listing(connection).kernelspecs().stream()
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
                    var connection = connection(runtime.host(), HostQuestions.NOBODY);
                    var order =
                            joined == null
                                    ? HostOrders.start(found(connection, runtime), wish)
                                    : HostOrders.join(joined);
                    return process(runtime, connection, order);
                });
    }

    /// Joins the kernel that runs for a notebook, or what is left of it.
    ///
    /// @param id the notebook's name there
    public HostAnswer<HostProcess> resume(Ssh runtime, String id) throws InterruptedException {
        return answered(
                () -> {
                    var connection = connection(runtime.host(), HostQuestions.NOBODY);
                    return process(runtime, connection, HostOrders.joinEnded(id));
                });
    }

    private HostProcess process(Ssh runtime, SshConnection connection, JsonObject order)
            throws HostException, InterruptedException {
        var talk = HostTalk.begin(connection, order, PATIENCE);
        boolean isThere = false;
        try {
            var ready = HostOrders.ready(talk.answer(PATIENCE));
            var tunnels = tunnels(connection, ready.there());
            var paths = new HostProcess.Paths(tunnels, talk, recorder(ready, tunnels));
            isThere = true;
            return new HostProcess(
                    runtime.kernelspec(),
                    (it, ways) -> takeAgain(runtime.host(), it, ways),
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

    private HostTalk takeAgain(SshHost host, HostReady ready, Tunnels tunnels)
            throws HostException, InterruptedException {
        var connection = connection(host, HostQuestions.NOBODY);
        var talk = HostTalk.begin(connection, HostOrders.joinAgain(ready.folder()), PATIENCE);
        boolean isThere = false;
        try {
            var now = HostOrders.ready(talk.answer(PATIENCE));
            if (now.processId() != ready.processId()) {
                throw new HostProcess.Gone();
            }
            tunnels.lead(connection);
            isThere = true;
            return talk;
        } finally {
            if (!isThere) {
                talk.close();
            }
        }
    }

    private static Tunnels tunnels(SshConnection connection, ConnectionInfo there)
            throws HostException {
        if (connection.forbidsTunnels(there.shellPort())) {
            throw new HostException(new HostProblem.NoTunnels());
        }
        return new Tunnels(connection, there);
    }

    /// Ends a kernel of a listing, whoever uses it.
    ///
    /// @param kernel its `HostKernel.id`
    public HostAnswer<String> end(SshHost host, String kernel) throws InterruptedException {
        return answered(
                () -> {
                    var order = HostOrders.end(kernel);
                    var connection = connection(host, HostQuestions.NOBODY);
                    try (var talk = HostTalk.begin(connection, order, PATIENCE)) {
                        talk.answer(PATIENCE);
                        return kernel;
                    }
                });
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
                    var connection = connection(host, HostQuestions.NOBODY);
                    try (var talk = HostTalk.begin(connection, order, PATIENCE)) {
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

    private SshConnection connection(SshHost host, HostQuestions questions)
            throws HostException, InterruptedException {
        var door = doors.computeIfAbsent(host, _ -> new Door());
        door.lock.lockInterruptibly();
        try {
            var known = door.connection;
            if (known != null && known.isOpen()) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            var made = SshConnection.open(places, host, questions);
            door.connection = made;
            return made;
        } finally {
            door.lock.unlock();
        }
    }

    /// Ends the connection to a machine; kernels there run on.
    public void forget(SshHost host) {
        var door = doors.remove(host);
        if (door != null) {
            close(door);
        }
    }

    private static void close(Door door) {
        door.lock.lock();
        try {
            if (door.connection != null) {
                door.connection.close();
            }
        } finally {
            door.lock.unlock();
        }
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        doors.values().forEach(SshHosts::close);
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
