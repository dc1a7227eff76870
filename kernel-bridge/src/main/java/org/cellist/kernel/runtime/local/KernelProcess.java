package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.RunningKernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One kernel's process under its guard.
///
/// Signals go through the guard, as lines on the pipe that keeps the kernel alive; closing that
/// pipe ends the kernel and all that it started.
///
/// Thread-safe.
final class KernelProcess implements RunningKernel {

    private static final Logger LOG = LoggerFactory.getLogger(KernelProcess.class);
    private static final Duration FORCE_AFTER = Duration.ofSeconds(2);

    /// How long a dead kernel's children may keep its output open before its last words count.
    private static final Duration WORDS_PATIENCE = Duration.ofMillis(500);

    private final Kernelspec kernelspec;
    private final Address address;
    private final boolean guarded;
    private final Process process;
    private final OutputStream guard;
    private final KernelChannels channels;
    private final LastWords words = new LastWords();
    private final CompletableFuture<KernelExit> exit = new CompletableFuture<>();
    private volatile boolean expected;

    /// @param guarded whether the process's standard input is its guard's pipe
    /// @param channels the connection to it, which ends with it
    KernelProcess(
            Kernelspec kernelspec,
            Address address,
            boolean guarded,
            Process process,
            KernelChannels channels) {
        this.kernelspec = kernelspec;
        this.address = address;
        this.guarded = guarded;
        this.process = process;
        this.guard = process.getOutputStream();
        this.channels = channels;
    }

    /// Where a kernel listens, and the file that says so. Immutable.
    record Address(ConnectionInfo connection, Path file) {}

    /// Starts to read its words and to wait for its end.
    ///
    /// @param afterwards run once, after the end and before anybody hears of it
    void watch(Runnable afterwards) {
        var name = "kernel-" + process.pid();
        var reader = PipeThread.start(name + "-words", () -> words.drain(process.getInputStream()));
        Thread.ofVirtual().name(name + "-exit").start(() -> waitForEnd(reader, afterwards));
    }

    private void waitForEnd(Thread reader, Runnable afterwards) {
        int code = -1;
        try {
            code = process.waitFor();
            reader.join(WORDS_PATIENCE);
            LOG.debug("kernel {} ended with {}", process.pid(), code);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            release();
            afterwards.run();
            exit.complete(new KernelExit(code, expected, lastWords()));
        }
    }

    /// Closing the pipe tells the guard to end what the kernel left behind.
    private void release() {
        channels.closeWhenRead();
        try {
            guard.close();
        } catch (IOException _) {
            // Its reader is gone, which is what closing is for.
        }
        try {
            Files.deleteIfExists(address.file());
        } catch (IOException cause) {
            LOG.warn("cannot delete {}: {}", address.file(), cause.toString());
        }
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
        return address.connection();
    }

    @Override
    public Path connectionFile() {
        return address.file();
    }

    @Override
    public long processId() {
        return process.pid();
    }

    /// The Java kernel writes its whole connection file to standard output.
    @Override
    public String lastWords() {
        return words.text().replace(address.connection().key(), "…");
    }

    @Override
    public boolean awaitStarted(Duration patience) throws InterruptedException {
        return kernelspec.source() != KernelspecSource.BUILT_IN
                || words.await(JavaKernelMain.READY, patience);
    }

    @Override
    public boolean takesSignals() {
        return guarded;
    }

    @Override
    public void signalInterrupt() {
        signal("INT");
    }

    @Override
    public CompletionStage<KernelExit> exit() {
        return exit.minimalCompletionStage();
    }

    @Override
    public void expectExit() {
        expected = true;
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        expected = true;
        try {
            if (!endsWithin(patience)) {
                signal("TERM");
                process.destroy();
                endsWithin(FORCE_AFTER);
            }
        } finally {
            close();
        }
    }

    private boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        channels.close();
        if (process.isAlive()) {
            expected = true;
            if (guarded) {
                signal("KILL");
            } else {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            process.destroyForcibly();
        }
    }

    /// A dead kernel's guard may be gone too; then there is nobody to signal.
    private void signal(String name) {
        if (!guarded) {
            return;
        }
        try {
            guard.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            guard.flush();
        } catch (IOException cause) {
            LOG.debug("kernel {} is not there for {}: {}", process.pid(), name, cause.toString());
        }
    }
}
