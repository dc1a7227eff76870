package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Packets;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.RunningKernel;
import org.cellist.kernel.runtime.local.KernelStarter;
import org.cellist.kernel.runtime.local.LaunchOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that owns kernels: lets clients in, starts kernels for them, and ends itself when
/// it owns none and nobody is there.
///
/// Thread-safe.
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final KeeperFolder folder;
    private final KernelStarter starter;
    private final KeeperTimes times;
    private final Map<String, OwnedKernel> kernels = new ConcurrentHashMap<>();
    private final Set<KeeperSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile Duration abandoned; // how long a kernel may do nothing without a window
    private @Nullable Instant collectedAfter; // of the serving thread

    Keeper(KeeperFolder folder, KernelStarter starter, KeeperTimes times) {
        this.folder = folder;
        this.starter = starter;
        this.times = times;
        this.abandoned = times.abandoned();
    }

    /// Lets clients in until there is nothing to do.
    void serve(ServerSocketChannel server, String secret) throws InterruptedException {
        Thread.ofVirtual().name("keeper-door").start(() -> admit(server, secret));
        long idleSince = System.nanoTime();
        while (System.nanoTime() - idleSince < times.idleEnd().toNanos()) {
            synchronized (this) {
                TimeUnit.NANOSECONDS.timedWait(this, times.look().toNanos());
            }
            if (!sessions.isEmpty() || hasLive()) {
                idleSince = System.nanoTime();
            }
            kernels().forEach(OwnedKernel::dismissStandIn);
            giveBackMemory();
            endAbandoned();
        }
    }

    /// After kernels have said something and are quiet, what that took is free again: a collection
    /// gives it back to the system.
    private void giveBackMemory() {
        var newest = kernels().stream().map(OwnedKernel::active).max(Comparator.naturalOrder());
        boolean isQuiet =
                newest.isPresent() && newest.get().isBefore(Instant.now().minus(times.look()));
        if (isQuiet && !newest.get().equals(collectedAfter)) {
            collectedAfter = newest.get();
            System.gc();
        }
    }

    void endUnusedAfter(Duration time) {
        abandoned = time;
    }

    private void endAbandoned() {
        var limit = Instant.now().minus(abandoned);
        for (var kernel : kernels()) {
            var since = kernel.idleSince();
            if (since != null && since.isBefore(limit) && kernel.hold(this)) {
                LOG.info("ends a kernel that has done nothing since {}", since);
                Thread.ofVirtual().name("keeper-work").start(() -> end(kernel));
            }
        }
    }

    private static void end(OwnedKernel kernel) {
        try {
            kernel.process().stop(Duration.ZERO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasLive() {
        return kernels.values().stream().anyMatch(each -> !each.ended().isDone());
    }

    private void admit(ServerSocketChannel server, String secret) {
        try {
            while (true) {
                admit(server.accept(), secret);
            }
        } catch (IOException e) {
            LOG.debug("no more clients: {}", e.toString());
        }
    }

    private void admit(SocketChannel client, String secret) {
        var session = new KeeperSession(this, new Packets(client), secret);
        sessions.add(session);
        Thread.ofVirtual()
                .name("keeper-client")
                .start(
                        () -> {
                            try {
                                session.run();
                            } finally {
                                sessions.remove(session);
                                session.leaveAll();
                            }
                        });
    }

    /// Takes over what an earlier keeper has left, which ended with its kernels: what they said
    /// and no file has.
    void inherit() throws IOException {
        for (var left : folder.kernels()) {
            try {
                var kernel = LostKernel.in(left);
                kernels.put(kernel.id(), kernel);
                forgetIfUnwanted(kernel);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("what was left of a kernel is deleted: {}", e.toString());
                KeeperFolder.delete(left);
            }
        }
    }

    /// Forgets what a kernel said, if it has ended.
    void forget(OwnedKernel kernel) {
        if (kernel.ended().isDone()) {
            kernels.remove(kernel.id());
            kernel.forget();
        }
    }

    /// What came of a start: a kernel, or why there is none. Immutable.
    record Begun(@Nullable OwnedKernel kernel, LaunchOutcome outcome) {}

    /// Starts a kernel for a client, who holds it.
    ///
    /// @param known what is told of it, with the order
    Begun start(JsonObject known, LaunchOrder order, @Nullable ConnectionInfo again, Object holder)
            throws IOException {
        var outcome = starter.start(order, again);
        if (!(outcome instanceof Launched(var process))) {
            return new Begun(null, outcome);
        }
        try {
            return new Begun(own(process, known, holder), outcome);
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    /// Ends a kernel that nobody holds, and starts another in its place: the same command, folder
    /// and variables, at the same address. What it has said stays for its notebook.
    ///
    /// @return whether nobody held it; the system may have let none begin in its place
    boolean restart(OwnedKernel kernel, Duration patience)
            throws IOException, InterruptedException {
        var holder = new Object();
        if (!kernel.hold(holder)) {
            return false;
        }
        kernel.process().stop(patience);
        kernel.ended().join();
        var known = kernel.known();
        var address = kernel.process().connection();
        var begun = start(known, OrderJson.order(known), address, holder);
        if (begun.kernel() == null) {
            LOG.warn("no kernel begins in the place of another: {}", begun.outcome());
        } else {
            begun.kernel().leave(holder);
        }
        return true;
    }

    private OwnedKernel own(RunningKernel process, JsonObject known, Object holder)
            throws IOException {
        var id = UUID.randomUUID().toString();
        var whole = known.with("connection", OrderJson.write(process.connection()));
        var kernel = new OwnedKernel(id, folder.makeKernel(id), process, whole);
        boolean _ = kernel.hold(holder);
        kernel.keep();
        kernels.put(id, kernel);
        kernel.record();
        var _ = kernel.ended().thenRun(() -> ended(kernel));
        return kernel;
    }

    private void ended(OwnedKernel kernel) {
        var exit = kernel.ended().join();
        sessions.forEach(session -> session.tellEnd(kernel.id(), exit));
        forgetIfUnwanted(kernel);
    }

    private void forgetIfUnwanted(OwnedKernel kernel) {
        if (kernel.ended().isDone() && !kernel.log().isWanted()) {
            kernels.remove(kernel.id());
            kernel.forget();
        }
    }

    @Nullable OwnedKernel kernel(String id) {
        return kernels.get(id);
    }

    List<OwnedKernel> kernels() {
        return List.copyOf(kernels.values());
    }

    /// Forgets what these runs said: it is in a file.
    void settle(Collection<String> runs) {
        for (var kernel : kernels()) {
            kernel.settle(runs);
            forgetIfUnwanted(kernel);
        }
    }
}
