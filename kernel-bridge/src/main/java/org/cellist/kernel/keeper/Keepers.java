package org.cellist.kernel.keeper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.LaunchOutcome;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.LaunchOutcome.NotLaunched;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.local.DetachedProgram;
import org.cellist.kernel.runtime.local.LaunchOrder;
import org.cellist.kernel.runtime.local.LocalLauncher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the keeper, or starts one, and has it start kernels and give back those that it owns.
///
/// Thread-safe. Its methods block.
public final class Keepers {

    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

    /// A machine under load starts a Java program within seconds.
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    /// The window before may just be closing.
    private static final Duration HOLD_PATIENCE = Duration.ofSeconds(1);

    /// Long enough for a person to come back on the next day.
    private static final Duration ABANDONED = Duration.ofHours(24);

    private final KeeperFolder folder;
    private Duration abandoned; // guarded by this
    private boolean isChosen; // guarded by this; whether a keeper that runs is told, too
    private @Nullable KeeperClient client; // guarded by this

    /// Nothing is started yet.
    ///
    /// @param folder the private folder; each has a keeper of its own
    public Keepers(Path folder) {
        this(folder, ABANDONED);
    }

    /// Nothing is started yet.
    ///
    /// @param folder the private folder; each has a keeper of its own
    /// @param abandoned how long a kernel may do nothing without a window before it is ended
    public Keepers(Path folder, Duration abandoned) {
        this.abandoned = abandoned;
        // A protocol that is not understood has a folder that is not looked into.
        this.folder = new KeeperFolder(folder.resolve("v" + Door.VERSION));
    }

    /// Returns what starts kernels that the keeper owns.
    ///
    /// @param notebook the path of the notebook; empty if it has none
    public LocalLauncher.Starter starter(String notebook) {
        return (order, again) -> start(order, again, notebook);
    }

    private LaunchOutcome start(LaunchOrder order, @Nullable ConnectionInfo again, String notebook)
            throws InterruptedException {
        var request = Fields.with(JsonObject.EMPTY, "op", "start");
        request = Fields.with(request, "notebook", notebook);
        request = request.with("order", OrderJson.write(order));
        if (again != null) {
            request = request.with("again", OrderJson.write(again));
        }
        try {
            var keeper = keeper();
            return new Launched(KeptKernel.started(keeper, keeper.ask(request)));
        } catch (IOException e) {
            return new NotLaunched(new SystemRefused(e.toString()));
        }
    }

    /// Starts the keeper, if none runs, before it is needed.
    public void warmUp() throws InterruptedException {
        try {
            keeper();
        } catch (IOException e) {
            LOG.warn("there is no keeper: {}", e.toString());
        }
    }

    /// Returns the kernels that the keeper owns; none if there is no keeper.
    public List<KeptSession> sessions() throws InterruptedException {
        var running = runningKeeper();
        if (running.isEmpty()) {
            return List.of();
        }
        try {
            var request = Fields.with(JsonObject.EMPTY, "op", "list");
            return Fields.objects(running.get().ask(request), "kernels").stream()
                    .map(Described::session)
                    .toList();
        } catch (IOException e) {
            LOG.warn("the keeper does not say what it has: {}", e.toString());
            return List.of();
        }
    }

    /// Takes hold of a kernel that an earlier client has left.
    ///
    /// @return empty if it is gone, or another client has it and does not leave it within a second
    public Optional<KeptKernel> resume(String id) throws InterruptedException {
        var running = runningKeeper();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        var keeper = running.get();
        try {
            var _ = keeper.end(id); // from here on its end is heard of
            var request = KeeperClient.request("hold", id);
            var described =
                    keeper.ask(
                            Fields.with(request, "patience", HOLD_PATIENCE.toMillis()),
                            HOLD_PATIENCE.plus(START_PATIENCE));
            return Optional.of(KeptKernel.resumed(keeper, described));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("a kernel is not resumed: {}", e.toString());
            return Optional.empty();
        }
    }

    /// Ends a kernel, whoever holds it.
    public void stop(String id, Duration patience) throws InterruptedException {
        var running = runningKeeper();
        if (running.isEmpty()) {
            return;
        }
        try {
            var request =
                    Fields.with(KeeperClient.request("stop", id), "patience", patience.toMillis());
            running.get().ask(request, patience.plus(START_PATIENCE));
        } catch (IOException e) {
            LOG.warn("the keeper does not end a kernel: {}", e.toString());
        }
    }

    /// Ends a kernel that nobody holds, and starts another in its place.
    ///
    /// @param patience until it is ended by force
    public void restart(String id, Duration patience) throws InterruptedException {
        var running = runningKeeper();
        if (running.isEmpty()) {
            return;
        }
        try {
            var request = KeeperClient.request("restart", id);
            running.get()
                    .ask(
                            Fields.with(request, "patience", patience.toMillis()),
                            patience.plus(START_PATIENCE));
        } catch (IOException e) {
            LOG.warn("the keeper does not restart a kernel: {}", e.toString());
        }
    }

    /// Tells that a file has what these runs said.
    ///
    /// @param runs the ids of their requests
    public void settle(Collection<String> runs) {
        if (!runs.isEmpty()) {
            var request = Fields.with(JsonObject.EMPTY, "op", "settle");
            var whole = Fields.with(request, "runs", List.copyOf(runs));
            runningKeeper().ifPresent(keeper -> keeper.tell(whole));
        }
    }

    /// Forgets what a kernel said that has ended.
    public void forget(String id) {
        runningKeeper().ifPresent(keeper -> keeper.tell(KeeperClient.request("forget", id)));
    }

    /// From now on kernels end that have done nothing for that time without a window, also those of
    /// a keeper that runs.
    public void endUnusedAfter(Duration time) {
        synchronized (this) {
            abandoned = time;
            isChosen = true;
        }
        runningKeeper().ifPresent(keeper -> keeper.tell(unused(time)));
    }

    private static JsonObject unused(Duration time) {
        var request = Fields.with(JsonObject.EMPTY, "op", "unused");
        return Fields.with(request, "millis", time.toMillis());
    }

    private synchronized Optional<KeeperClient> runningKeeper() {
        if (client != null && !client.isOver()) {
            return Optional.of(client);
        }
        try {
            client = KeeperClient.connect(new Door(folder.address()));
            if (isChosen) {
                client.tell(unused(abandoned));
            }
            return Optional.of(client);
        } catch (IOException e) {
            LOG.debug("no keeper runs: {}", e.toString());
            return Optional.empty();
        }
    }

    /// Whoever comes while it starts waits here: there is nothing to do without it.
    private synchronized KeeperClient keeper() throws IOException, InterruptedException {
        var running = runningKeeper();
        if (running.isPresent()) {
            return running.get();
        }
        folder.make();
        spawn();
        client = KeeperClient.connect(new Door(folder.address()));
        return client;
    }

    private void spawn() throws IOException, InterruptedException {
        var process =
                DetachedProgram.start(
                        KeeperProgram.command(folder.path(), abandoned),
                        folder.path(),
                        folder.words());
        var word = PipeThread.start("keeper-start", () -> hear(process));
        if (!word.join(START_PATIENCE)) {
            process.destroyForcibly();
            throw new IOException("the keeper does not start");
        }
    }

    /// Its one word comes when it listens, or the one before it does; its end comes otherwise.
    private static void hear(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            LOG.debug("the keeper says {}", reader.readLine());
        } catch (IOException e) {
            LOG.warn("the keeper is not heard: {}", e.toString());
        }
    }
}
