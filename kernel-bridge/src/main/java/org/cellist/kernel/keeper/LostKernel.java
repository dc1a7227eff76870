package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.RunningKernel;

/// A kernel that ended under an earlier keeper, or with it: of its process only this is left.
///
/// Immutable.
final class LostKernel implements RunningKernel {

    /// How a kernel ended that nobody saw end.
    private static final KernelExit UNSEEN = new KernelExit(-1, false, "");

    private final Kernelspec kernelspec;
    private final ConnectionInfo connection;
    private final KernelExit exit;

    private LostKernel(JsonObject known) {
        kernelspec = OrderJson.kernelspec(known.object("kernelspec"));
        connection = OrderJson.connection(known.object("connection"));
        var seen = known.object("exit");
        exit = seen.members().isEmpty() ? UNSEEN : Exits.read(seen);
    }

    /// Returns what is left of a kernel.
    ///
    /// @throws IOException if nothing is
    static OwnedKernel in(Path folder) throws IOException {
        var known = KeeperFolder.read(folder.resolve("kernel.json"));
        var process = new LostKernel(known);
        var said = Files.getLastModifiedTime(folder.resolve("log")).toInstant();
        var kernel = new OwnedKernel(String.valueOf(folder.getFileName()), folder, process, known);
        kernel.wasActive(said);
        kernel.haveEnded(process.exit);
        return kernel;
    }

    @Override
    public Kernelspec kernelspec() {
        return kernelspec;
    }

    @Override
    public KernelChannels channels() {
        return new NoChannels();
    }

    @Override
    public ConnectionInfo connection() {
        return connection;
    }

    @Override
    public Path connectionFile() {
        return Path.of("");
    }

    @Override
    public long processId() {
        return -1;
    }

    @Override
    public boolean awaitStarted(Duration patience) {
        return false;
    }

    @Override
    public String lastWords() {
        return exit.lastWords();
    }

    @Override
    public boolean takesSignals() {
        return false;
    }

    @Override
    public void signalInterrupt() {
        // It is gone.
    }

    @Override
    public CompletionStage<KernelExit> exit() {
        return CompletableFuture.completedStage(exit);
    }

    @Override
    public void expectExit() {
        // It is gone.
    }

    @Override
    public void stop(Duration patience) {
        // It is gone.
    }

    @Override
    public void close() {
        // It is gone.
    }

    /// A connection that has ended. Immutable.
    private static final class NoChannels implements KernelChannels {

        @Override
        public void send(Channel channel, Message<RawJson> message) {
            throw new ClosedChannelsException();
        }

        @Override
        public Optional<ChannelEvent> receive(Duration patience) {
            return Optional.of(new ChannelEvent.Closed());
        }

        @Override
        public void closeWhenRead() {
            // It is closed.
        }

        @Override
        public void close() {
            // It is closed.
        }
    }
}
