package org.cellist.kernel.runtime.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.hosted.HostStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standard input and output of a program of this machine, which leads into a container.
///
/// The pipes of a process hold carriers of virtual threads, so threads of their own copy between
/// them and pipes that do not (ADR 0115).
///
/// One reader and one writer at a time; any thread closes.
final class ProgramStream implements HostStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramStream.class);
    private static final int CHUNK = 64 << 10;

    /// What is in there has seen the end of its input by then, and ended.
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Pipe.SourceChannel source;
    private final Pipe.SinkChannel sink;
    private final InputStream in;
    private final OutputStream out;
    private final Thread troubleReader;

    /// Takes over a program.
    ///
    /// @param trouble what it writes to its standard error goes there
    ProgramStream(Process process, OutputStream trouble) throws IOException {
        this.process = process;
        var from = Pipe.open();
        var to = Pipe.open();
        source = from.source();
        sink = to.sink();
        in = Channels.newInputStream(source);
        out = Channels.newOutputStream(sink);
        var name = "container-" + process.pid();
        PipeThread.start(name + "-out", () -> readAll(from.sink()));
        PipeThread.start(name + "-in", () -> writeAll(to.source()));
        troubleReader =
                PipeThread.start(name + "-err", () -> copy(process.getErrorStream(), trouble));
    }

    /// Goes on when nobody listens any more: a program that cannot say what it has to say does not
    /// see the end of its input.
    private void readAll(Pipe.SinkChannel to) {
        try (var said = Channels.newOutputStream(to)) {
            copy(process.getInputStream(), said);
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
        copy(process.getInputStream(), OutputStream.nullOutputStream());
    }

    private void writeAll(Pipe.SourceChannel from) {
        try (from;
                var there = process.getOutputStream()) {
            copy(Channels.newInputStream(from), there);
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        var chunk = new byte[CHUNK];
        try {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                to.write(chunk, 0, read);
                to.flush();
            }
        } catch (IOException e) {
            LOG.debug("a program's end: {}", e.toString());
        }
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public boolean isOpen() {
        return process.isAlive() && sink.isOpen();
    }

    /// Completes when the program has ended.
    CompletableFuture<Process> end() {
        return process.onExit();
    }

    /// Waits until it has ended and all that it wrote to its standard error has come; returns its
    /// code, -1 if it has not ended.
    int code(Duration patience) throws InterruptedException {
        boolean hasEnded =
                process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)
                        && troubleReader.join(patience);
        return hasEnded ? process.exitValue() : -1;
    }

    @Override
    public void awaitEnd(Duration patience) {
        try {
            process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(sink);
        close(source);
        var _ =
                process.onExit()
                        .orTimeout(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .exceptionally(
                                _ -> {
                                    process.destroyForcibly();
                                    return process;
                                });
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
    }

    @Override
    public void abort() {
        close(sink);
        close(source);
        process.destroyForcibly();
    }
}
