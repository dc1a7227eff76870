package org.cellist.kernel.runtime.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.PipeThread;

/// What a program says that is asked something and ends.
///
/// @param code with which it has ended; [#NONE] if it could not be started or did not end in time
///
/// Immutable.
record ProgramAnswer(int code, Bytes said, String trouble) {

    static final int NONE = -1;

    private static final int MOST_BYTES = 4 << 20;

    /// What it printed.
    interface Bytes {
        byte[] get();
    }

    boolean isFine() {
        return code == 0;
    }

    String text() {
        return new String(said.get(), StandardCharsets.UTF_8);
    }

    /// Runs a program to its end. Blocks.
    static ProgramAnswer of(ProcessBuilder builder, Duration atMost) throws InterruptedException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new ProgramAnswer(NONE, () -> new byte[0], String.valueOf(e.getMessage()));
        }
        try {
            var said = new ByteArrayOutputStream();
            var trouble = new ByteArrayOutputStream();
            var out = reader(process.getInputStream(), said);
            var err = reader(process.getErrorStream(), trouble);
            process.getOutputStream().close();
            long end = System.nanoTime() + atMost.toNanos();
            boolean hasEnded =
                    process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)
                            && out.join(left(end))
                            && err.join(left(end));
            var words = trouble.toString(StandardCharsets.UTF_8).strip();
            return new ProgramAnswer(
                    hasEnded ? process.exitValue() : NONE, said::toByteArray, words);
        } catch (IOException e) {
            return new ProgramAnswer(NONE, () -> new byte[0], String.valueOf(e.getMessage()));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private static Thread reader(InputStream from, ByteArrayOutputStream to) {
        return PipeThread.start("container-answer", () -> read(from, to));
    }

    private static void read(InputStream from, ByteArrayOutputStream to) {
        try {
            to.writeBytes(from.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            to.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
