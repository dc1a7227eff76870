package org.cellist.app.language.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cellist.kernel.runtime.PipeThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process of a language server, and what it writes besides.
///
/// Thread-safe.
public final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final int MOST_WORDS = 2048;
    private static final int LONGEST_LINE = 200;
    private static final long WRITE_PATIENCE_SECONDS = 15;
    private static final long END_PATIENCE_SECONDS = 2;

    private final Process process;
    private final ScheduledExecutorService timer;
    private final StringBuilder words = new StringBuilder(); // guarded by itself

    /// @param timer ends the process when it takes nothing
    public ServerProcess(Process process, ScheduledExecutorService timer) {
        this.process = process;
        this.timer = timer;
        PipeThread.start("language-server-words", this::readWords);
    }

    public InputStream output() {
        return new GuardedInput(process.getInputStream(), System::nanoTime);
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    /// Does what writes to the server. A server that takes nothing for long is ended, which ends
    /// the writing too.
    public <T> T write(Supplier<T> writing) {
        var watch = timer.schedule(this::kill, WRITE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            return writing.get();
        } finally {
            watch.cancel(false);
        }
    }

    /// Returns why it may have failed: the last line that the process wrote to its error stream, or
    /// else what it ended with.
    ///
    /// @param otherwise returned for a process that goes on in silence
    public String lastWords(String otherwise) throws InterruptedException {
        boolean hasEnded = process.waitFor(END_PATIENCE_SECONDS, TimeUnit.SECONDS);
        synchronized (words) {
            var line = words.toString().strip().lines().reduce("", (_, last) -> last).strip();
            if (!line.isEmpty()) {
                return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
            }
        }
        return hasEnded ? "exit code " + process.exitValue() : otherwise;
    }

    private void readWords() {
        var buffer = new byte[1024];
        try (var errors = process.getErrorStream()) {
            for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
                synchronized (words) {
                    words.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    words.delete(0, Math.max(0, words.length() - MOST_WORDS));
                }
            }
        } catch (IOException e) {
            LOG.debug("the words of a language server ended", e);
        }
    }

    /// Ends all at once, what stands between included: a writer that waits goes on with an error.
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Ends the process; waits for a moment, and ends it by force then.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("the language server took no more", e);
        }
        boolean hasEnded = false;
        try {
            hasEnded = process.waitFor(END_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!hasEnded) {
            kill();
        }
    }
}
