package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The newest bytes that a process wrote; older ones are forgotten.
///
/// Thread-safe.
final class LastWords {

    private static final int MAX_BYTES = 64 << 10;

    private final byte[] ring = new byte[MAX_BYTES];
    private long written;
    private boolean isOver;

    /// Reads until the stream ends or is closed, so that the process never waits for a reader.
    void drain(InputStream stream) {
        var chunk = new byte[8 << 10];
        try (stream) {
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                append(chunk, read);
            }
        } catch (IOException _) {
            // The stream was closed at this end: nobody wants to hear more.
        } finally {
            end();
        }
    }

    private synchronized void end() {
        isOver = true;
        notifyAll();
    }

    /// Waits for words that come early, before the newest push out the oldest.
    ///
    /// @return false if the stream or the time ended first
    synchronized boolean await(String awaited, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!text().contains(awaited)) {
            long left = end - System.nanoTime();
            if (isOver || left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    synchronized void append(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written % MAX_BYTES)] = bytes[i];
            written++;
        }
        notifyAll();
    }

    /// Returns the text, from the first whole line if its beginning was forgotten.
    synchronized String text() {
        if (written <= MAX_BYTES) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        int start = (int) (written % MAX_BYTES);
        var bytes = new byte[MAX_BYTES];
        System.arraycopy(ring, start, bytes, 0, MAX_BYTES - start);
        System.arraycopy(ring, 0, bytes, MAX_BYTES - start, start);
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1);
    }
}
