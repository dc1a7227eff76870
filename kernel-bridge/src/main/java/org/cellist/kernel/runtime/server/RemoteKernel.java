package org.cellist.kernel.runtime.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.websocket.WebSocketChannels;
import org.cellist.kernel.runtime.KernelExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kernel on a server, and the connection to it.
///
/// It ends for us when the server says that it is gone, or that its process died; the server
/// may have started another process in its place already, which knows nothing of the old one.
///
/// Thread-safe. What asks the server blocks.
public final class RemoteKernel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKernel.class);

    /// A server does not tell how a process ended.
    private static final int UNKNOWN_CODE = -1;

    private final ServerApi api;
    private final String id;
    private final WebSocketChannels channels;
    private final boolean isBusy;
    private final CompletableFuture<KernelExit> exit = new CompletableFuture<>();

    RemoteKernel(ServerApi api, String id, WebSocketChannels channels, boolean isBusy) {
        this.api = api;
        this.id = id;
        this.channels = channels;
        this.isBusy = isBusy;
        channels.refused().thenAccept(this::gone);
    }

    /// Returns the server's name for it.
    public String id() {
        return id;
    }

    public KernelChannels channels() {
        return channels;
    }

    /// Returns whether it ran something when it was connected: then it answers later.
    public boolean isBusy() {
        return isBusy;
    }

    /// Completes when it has ended for us.
    public CompletionStage<KernelExit> exit() {
        return exit;
    }

    /// The kernel is gone, without being asked to go.
    ///
    /// @param why in words for people, if possible the server's
    public void gone(String why) {
        exit.complete(new KernelExit(UNKNOWN_CODE, false, why));
    }

    /// Interrupts what runs; the server does it as the kernelspec says.
    public void interrupt() throws InterruptedException {
        try {
            api.interrupt(id);
        } catch (ServerException e) {
            LOG.warn("A kernel could not be interrupted: {}", e.problem());
        }
    }

    /// It runs for another notebook from now on: whoever opens that finds it.
    public void rename(JupyterServers.Notebook notebook) throws InterruptedException {
        try {
            api.rename(id, notebook.path(), notebook.name());
        } catch (ServerException e) {
            LOG.warn("A server keeps a notebook's old name: {}", e.problem());
        }
    }

    /// Tries at once to connect again, if the connection is broken.
    public void hurry() {
        channels.hurry();
    }

    /// Ends the connection; the kernel runs on.
    public void leave() {
        channels.close();
        exit.complete(new KernelExit(0, true, ""));
    }

    @Override
    public void close() {
        leave();
    }
}
