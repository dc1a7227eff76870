package org.cellist.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.Request.InterruptRequest;
import org.cellist.kernel.protocol.Request.ShutdownRequest;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.RunningKernel;

/// A kernel that answers: its process and the client that talks to it.
///
/// Thread-safe. [#interrupt] and [#shutdown] block; call them on virtual threads.
public final class ConnectedKernel implements AutoCloseable {

    private static final Duration REPLY_PATIENCE = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);
    private static final long EXIT_PATIENCE_MILLIS = 1000;

    private final RunningKernel process;
    private final KernelClient client;
    private final CompletableFuture<KernelExit> exit;

    ConnectedKernel(RunningKernel process, KernelClient client) {
        this.process = process;
        this.client = client;
        this.exit = process.exit().toCompletableFuture();
    }

    public KernelClient client() {
        return client;
    }

    public Kernelspec kernelspec() {
        return process.kernelspec();
    }

    public long processId() {
        return process.processId();
    }

    /// Completes when the process has ended, with how.
    public CompletionStage<KernelExit> exit() {
        return exit.minimalCompletionStage();
    }

    /// Interrupts what runs, by signal or by message as the kernelspec says.
    public void interrupt() throws InterruptedException {
        if (kernelspec().file().interruptMode() == InterruptMode.MESSAGE) {
            client.request(new InterruptRequest(), REPLY_PATIENCE);
        } else {
            process.signalInterrupt();
        }
    }

    /// Asks the kernel to end, waits, and ends it by force if it does not.
    public void shutdown() throws InterruptedException {
        client.request(new ShutdownRequest(false), REPLY_PATIENCE);
        process.stop(SHUTDOWN_PATIENCE);
        client.close();
    }

    /// Ends the kernel at once.
    @Override
    public void close() {
        client.close();
        process.close();
    }

    /// Returns how the process ended, waiting a moment for one that is ending.
    Optional<KernelExit> exitSoFar() throws InterruptedException {
        try {
            return Optional.of(exit.get(EXIT_PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        }
    }
}
