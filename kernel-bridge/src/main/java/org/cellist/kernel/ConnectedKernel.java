package org.cellist.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.keeper.KeptKernel;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.OutlivingKernel;
import org.cellist.kernel.runtime.RunningKernel;
import org.cellist.kernel.runtime.hosted.HostProcess;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;

/// A kernel that answers: its process and the client that talks to it. See
/// docs/protocol/interrupt-and-restart.md.
///
/// Thread-safe. What interrupts it or ends it blocks, but for [#close]; call it on virtual threads.
public final class ConnectedKernel implements AutoCloseable {

    private static final Duration REPLY_PATIENCE = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    private final RunningKernel process;
    private final KernelClient client;
    private final Start start;
    private volatile boolean isLeft;

    ConnectedKernel(RunningKernel process, KernelClient client, Start start) {
        this.process = process;
        this.client = client;
        this.start = start;
    }

    /// With what it was started, so that it can be started again. Immutable.
    record Start(Kernelspec kernelspec, Path folder, LaunchOptions options) {}

    public KernelClient client() {
        return client;
    }

    public Kernelspec kernelspec() {
        return process.kernelspec();
    }

    public long processId() {
        return process.processId();
    }

    /// Returns the file that lets another front end connect to the kernel while it runs.
    public Path connectionFile() {
        return process.connectionFile();
    }

    /// Completes when the process has ended, with how.
    public CompletionStage<KernelExit> exit() {
        return process.exit();
    }

    /// Interrupts what runs, by signal or by message as the kernelspec says; by message too where
    /// there are no signals, which ipykernel does not obey.
    public void interrupt() throws InterruptedException {
        boolean asksForMessage = kernelspec().file().interruptMode() == InterruptMode.MESSAGE;
        if (asksForMessage || !process.takesSignals()) {
            client.interrupt(REPLY_PATIENCE);
        } else {
            process.signalInterrupt();
        }
    }

    /// Asks the kernel to end, waits for it, and ends it by force if it does not.
    public void shutdown() throws InterruptedException {
        end(false);
    }

    /// Ends the kernel as [#shutdown] does, and tells it that it will be started again, which
    /// [KernelBridge#startAgain] does.
    public void shutdownToRestart() throws InterruptedException {
        end(true);
    }

    /// Ends the connection and lets the kernel run on, if it is one that can.
    ///
    /// @return false if it cannot; then nothing has happened
    public boolean leave() {
        if (!(process instanceof OutlivingKernel outliving)) {
            return false;
        }
        isLeft = true;
        client.close();
        outliving.leave();
        return true;
    }

    /// What is tried again later, since nobody records what a kernel elsewhere says, is tried now.
    public void hurry() {
        if (process instanceof HostProcess hosted) {
            hosted.hurry();
        }
    }

    /// Returns whether it ran on another machine before this program came to it.
    public boolean wasFound() {
        return process instanceof HostProcess hosted && hosted.isJoined();
    }

    boolean isLeft() {
        return isLeft;
    }

    /// Says which notebook a kernel that is kept belongs to.
    public void rename(String notebook) {
        if (process instanceof KeptKernel kept) {
            kept.rename(notebook);
        }
    }

    /// Says which notebook a kernel on another machine belongs to.
    public void rename(Notebook notebook) {
        if (process instanceof HostProcess hosted) {
            hosted.rename(HostBridge.id(notebook), notebook.name());
        }
    }

    /// Ends the kernel at once.
    @Override
    public void close() {
        client.close();
        process.close();
    }

    /// @param restarts what the kernel is told of why
    private void end(boolean restarts) throws InterruptedException {
        process.expectExit();
        try {
            client.shutdown(restarts, REPLY_PATIENCE);
            client.close(); // its threads end while the kernel does
            process.stop(SHUTDOWN_PATIENCE);
        } finally {
            close();
        }
        client.awaitClosed();
    }

    RunningKernel process() {
        return process;
    }

    Start start() {
        return start;
    }

    /// Returns how the process ended, waiting a moment for one that is ending.
    Optional<KernelExit> exitWithin(Duration patience) throws InterruptedException {
        try {
            var exit = process.exit().toCompletableFuture();
            return Optional.of(exit.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        }
    }
}
