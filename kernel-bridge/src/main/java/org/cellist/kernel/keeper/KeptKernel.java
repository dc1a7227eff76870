package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.recording.ResumedChannels;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.OutlivingKernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kernel that the keeper owns and this client holds: talked to directly, ended and signalled
/// through the keeper.
///
/// Thread-safe.
public final class KeptKernel implements OutlivingKernel {

    private static final Logger LOG = LoggerFactory.getLogger(KeptKernel.class);

    /// What the keeper needs to end a process by force, after it was patient.
    private static final Duration FORCE = Duration.ofSeconds(5);

    private final KeeperClient keeper;
    private final String id;
    private final JsonObject described;
    private final Kernelspec kernelspec;
    private final ConnectionInfo connection;
    private final KernelChannels channels;
    private final CompletableFuture<KernelExit> exit;

    private KeptKernel(KeeperClient keeper, JsonObject described, boolean isResumed)
            throws IOException {
        this.keeper = keeper;
        this.described = described;
        this.id = Fields.text(described, "id");
        this.kernelspec = OrderJson.kernelspec(described.object("kernelspec"));
        this.connection = OrderJson.connection(described.object("connection"));
        this.exit = keeper.end(id);
        var direct =
                new KeptChannels(
                        ZmqChannels.of(connection, Long.toString(processId()), identity(isResumed)),
                        keeper,
                        id,
                        this::codec);
        this.channels =
                isResumed ? new ResumedChannels(direct, keeper.follow(id), codec()) : direct;
    }

    /// The first client has the identity that the keeper stands in for. A later one takes it over
    /// where the kernel is known to let it: else it might not be heard.
    private String identity(boolean isResumed) {
        boolean isTaken = !isResumed || OrderJson.order(described).handsOver();
        return isTaken ? id : UUID.randomUUID().toString();
    }

    private MessageCodec codec() {
        return new MessageCodec(new MessageSignature(connection.key()));
    }

    /// Returns a kernel that has just been started.
    static KeptKernel started(KeeperClient keeper, JsonObject described) throws IOException {
        return watched(new KeptKernel(keeper, described, false));
    }

    /// Returns a kernel that was started by an earlier client: what its runs have said comes first.
    static KeptKernel resumed(KeeperClient keeper, JsonObject described) throws IOException {
        var kernel = watched(new KeptKernel(keeper, described, true));
        var ended = described.object("exit");
        if (!ended.members().isEmpty()) {
            kernel.exit.complete(Exits.read(ended));
        }
        return kernel;
    }

    private static KeptKernel watched(KeptKernel kernel) {
        var _ = kernel.exit.thenRun(kernel.channels::closeWhenRead);
        return kernel;
    }

    /// Returns the name that the keeper has for it.
    public String id() {
        return id;
    }

    /// Returns where it was started.
    public Path folder() {
        return Path.of(Fields.text(described, "folder"));
    }

    /// Waits until all that was recorded has been taken, for a kernel that was started earlier.
    ///
    /// @return false if that takes longer, or the kernel has ended
    public boolean awaitNow(Duration patience) throws InterruptedException {
        return !(channels instanceof ResumedChannels resumed) || resumed.awaitNow(patience);
    }

    /// Returns whether the keeper has heard it: then nothing that it says from now on is lost.
    public boolean isHeard() throws InterruptedException {
        try {
            return Fields.flag(keeper.ask(KeeperClient.request("heard", id)), "is");
        } catch (IOException e) {
            LOG.warn("the keeper may not hear a kernel: {}", e.toString());
            return true;
        }
    }

    /// Says which notebook it belongs to.
    public void rename(String notebook) {
        keeper.tell(Fields.with(KeeperClient.request("rename", id), "notebook", notebook));
    }

    /// Lets it run on, without this client.
    @Override
    public void leave() {
        channels.close();
        keeper.tell(KeeperClient.request("leave", id));
    }

    @Override
    public Kernelspec kernelspec() {
        return kernelspec;
    }

    @Override
    public KernelChannels channels() {
        return channels;
    }

    @Override
    public ConnectionInfo connection() {
        return connection;
    }

    @Override
    public Path connectionFile() {
        return Path.of(Fields.text(described, "file"));
    }

    @Override
    public long processId() {
        return Fields.number(described, "pid", -1);
    }

    @Override
    public boolean awaitStarted(Duration patience) throws InterruptedException {
        try {
            var request =
                    Fields.with(KeeperClient.request("started", id), "patience", millis(patience));
            return Fields.flag(keeper.ask(request, patience.plus(FORCE)), "is");
        } catch (IOException e) {
            LOG.debug("a kernel may not have started: {}", e.toString());
            return false;
        }
    }

    private static long millis(Duration patience) {
        return patience.toMillis();
    }

    @Override
    public String lastWords() {
        try {
            return Fields.text(keeper.ask(KeeperClient.request("words", id)), "words");
        } catch (IOException e) {
            LOG.debug("a kernel's last words are lost: {}", e.toString());
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public boolean takesSignals() {
        return Fields.flag(described, "signals");
    }

    @Override
    public void signalInterrupt() {
        keeper.tell(KeeperClient.request("signal", id));
    }

    @Override
    public CompletionStage<KernelExit> exit() {
        return exit.minimalCompletionStage();
    }

    @Override
    public void expectExit() {
        keeper.tell(KeeperClient.request("expect", id));
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        var request = Fields.with(KeeperClient.request("stop", id), "patience", millis(patience));
        try {
            keeper.ask(request, patience.plus(FORCE));
        } catch (IOException e) {
            LOG.warn("the keeper does not end a kernel: {}", e.toString());
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        channels.close();
        if (!exit.isDone()) {
            keeper.tell(KeeperClient.request("kill", id));
        }
    }
}
