package org.cellist.app.language.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;

/// What a server sends, looked at before anything is made of it: it ends with an error where the
/// server does not speak the protocol, sends too much at once, or too often.
///
/// The protocol's base part: headers of ASCII, each ending in `\r\n`, a blank one, and as many
/// bytes as `Content-Length` says.
///
/// Confined to the thread that reads.
final class GuardedInput extends FilterInputStream {

    static final int MOST_BYTES = 16 << 20;
    static final int MOST_MESSAGES = 20_000;
    private static final int LONGEST_HEADER = 1024;
    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final String LENGTH = "content-length:";

    private final LongSupplier nanos;
    private final StringBuilder header = new StringBuilder();
    private int body; // bytes of the present message still to come
    private int announced; // by the headers that are read; -1 before
    private long windowBegin;
    private int inWindow;

    /// @param nanos the time, as `System.nanoTime` tells it
    GuardedInput(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.announced = -1;
        this.windowBegin = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            accept((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        for (int i = 0; i < count; ) {
            if (body > 0) {
                int skipped = Math.min(body, count - i);
                body -= skipped;
                i += skipped;
            } else {
                accept(into[offset + i]);
                i++;
            }
        }
        return count;
    }

    private void accept(byte next) throws IOException {
        if (body > 0) {
            body--;
        } else if (next != '\n') {
            header.append((char) (next & 0xff));
            if (header.length() > LONGEST_HEADER) {
                throw new IOException("no message of the protocol");
            }
        } else {
            headerEnds();
        }
    }

    private void headerEnds() throws IOException {
        var line = header.toString().strip();
        header.setLength(0);
        if (line.isEmpty()) {
            messageBegins();
        } else if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
            announced = length(line.substring(LENGTH.length()).strip());
        } else if (!line.toLowerCase(Locale.ROOT).startsWith("content-")) {
            throw new IOException("no message of the protocol: " + ascii(line));
        }
    }

    private static int length(String text) throws IOException {
        try {
            int length = Integer.parseInt(text);
            if (length >= 0 && length <= MOST_BYTES) {
                return length;
            }
        } catch (NumberFormatException _) {
            throw new IOException("a message of length " + ascii(text));
        }
        throw new IOException("a message of " + text + " bytes");
    }

    private static String ascii(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new String(bytes, 0, Math.min(bytes.length, 80), StandardCharsets.US_ASCII);
    }

    private void messageBegins() throws IOException {
        if (announced < 0) {
            throw new IOException("a message without a length");
        }
        body = announced;
        announced = -1;
        long now = nanos.getAsLong();
        if (now - windowBegin > WINDOW_NANOS) {
            windowBegin = now;
            inWindow = 0;
        }
        inWindow++;
        if (inWindow > MOST_MESSAGES) {
            throw new IOException("more messages than anybody reads");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
