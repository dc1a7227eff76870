package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of what a process writes, read as it comes so that the process never waits.
///
/// Thread-safe.
final class LastWords implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int MOST_BYTES = 16 * 1024;

    private final InputStream stream;
    private final byte[] ring = new byte[MOST_BYTES];
    private long written;

    LastWords(InputStream stream) {
        this.stream = stream;
    }

    /// Reads until the stream ends.
    @Override
    public void run() {
        var buffer = new byte[4096];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            LOG.debug("the kernel's output broke off", e);
        }
    }

    private synchronized void keep(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written++ % MOST_BYTES)] = buffer[i];
        }
    }

    synchronized String text() {
        int length = (int) Math.min(written, MOST_BYTES);
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((written - length + i) % MOST_BYTES)];
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
