package org.cellist.kernel.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.RunningKernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kernel as a process of this machine.
///
/// Thread-safe.
final class KernelProcess implements RunningKernel {

    private static final Logger LOG = LoggerFactory.getLogger(KernelProcess.class);
    private static final long FORCE_AFTER_SECONDS = 2;

    private final Kernelspec kernelspec;
    private final Process process;
    private final boolean leadsGroup;
    private final ConnectionFile connectionFile;
    private final OrphanGuard guard;
    private final KernelChannels channels;
    private final LastWords lastWords;
    private final CompletableFuture<KernelExit> exit = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean isAskedToEnd;

    /// @param leadsGroup the process leads a process group of its own
    KernelProcess(
            Kernelspec kernelspec,
            Process process,
            boolean leadsGroup,
            ConnectionFile connectionFile,
            OrphanGuard guard) {
        this.kernelspec = kernelspec;
        this.process = process;
        this.leadsGroup = leadsGroup;
        this.connectionFile = connectionFile;
        this.guard = guard;
        var id = Long.toString(process.pid());
        this.channels = new ZmqChannels(connectionFile.connection(), HeartbeatPolicy.DEFAULT, id);
        this.lastWords = new LastWords(process.getInputStream());
        var reader = Thread.ofVirtual().name("kernel-" + id + "-output").start(lastWords);
        Thread.ofVirtual().name("kernel-" + id + "-exit").start(() -> awaitExit(reader));
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
    public long processId() {
        return process.pid();
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
    public void stop(Duration patience) {
        isAskedToEnd = true;
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                signal("TERM");
                process.waitFor(FORCE_AFTER_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            isAskedToEnd |= process.isAlive();
            channels.close();
            // The group may outlive its leader: what a cell started goes with the kernel.
            signal("KILL");
            process.destroyForcibly();
        }
    }

    /// Sends a signal to the kernel and what it started, as jupyter_client does.
    private void signal(String name) {
        if (isWindows()) {
            LOG.debug("no signals on this system: {}", name);
            return;
        }
        var target = (leadsGroup ? "-" : "") + process.pid();
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " -- " + target)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("cannot send {} to the kernel", name, e);
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private void awaitExit(Thread reader) {
        try {
            int code = process.waitFor();
            // A process that the kernel started may hold the pipe open.
            reader.join(Duration.ofMillis(500));
            guard.close();
            channels.close();
            Files.deleteIfExists(connectionFile.path());
            exit.complete(new KernelExit(code, isAskedToEnd, lastWords.text()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("cannot delete {}", connectionFile.path(), e);
            exit.complete(new KernelExit(process.exitValue(), isAskedToEnd, lastWords.text()));
        }
    }
}
