package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a file on a Jupyter server in parts, as JupyterLab does: the first takes the place of
/// what was there, each other is appended, and the last one is told to be it.
///
/// A part is never sent twice, since it would be appended twice: whoever sends it and hears nothing
/// looks at what is there.
///
/// Confined to one thread.
final class ContentsWriter extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(ContentsWriter.class);

    /// A multiple of what base64 makes four letters of.
    private static final int PART = 3 << 20;

    private static final int LAST = -1;

    private final ContentsApi api;
    private final Look look;
    private final String path;
    private final byte[] part = new byte[PART];
    private long there;
    private int filled;
    private int number;
    private boolean hasFailed;
    private boolean isClosed;

    /// Tells what is at a path, also behind a link.
    interface Look {
        FileEntry at(String path) throws FilesException, InterruptedException;
    }

    /// @param size of what is there already and stays
    ContentsWriter(ContentsApi api, Look look, String path, long size) {
        this.api = api;
        this.look = look;
        this.path = path;
        this.there = size;
        this.number = size == 0 ? 1 : 2;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /// A full part waits until there is more, since the last one has to be known.
    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, from.length);
        if (isClosed || hasFailed) {
            throw new IOException("closed");
        }
        for (int done = 0; done < length; ) {
            if (filled == PART) {
                send(number);
                number++;
            }
            int size = Math.min(length - done, PART - filled);
            System.arraycopy(from, offset + done, part, filled, size);
            filled += size;
            done += size;
        }
    }

    private void send(int asNumber) throws IOException {
        hasFailed = true; // until it is there
        try {
            var base64 = Base64.getEncoder().encodeToString(bytes());
            var now =
                    asNumber == LAST && there == 0
                            ? api.save(path, base64)
                            : api.save(path, base64, asNumber);
            check(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var thrown = new InterruptedIOException("interrupted");
            thrown.initCause(e);
            throw thrown;
        }
        hasFailed = false;
        there += filled;
        filled = 0;
    }

    private byte[] bytes() {
        return filled == PART ? part : Arrays.copyOf(part, filled);
    }

    /// Who else writes the file, or a server that knows no parts, leaves something that is not
    /// ours; it would be taken for the beginning of ours later.
    private void check(FileEntry answered) throws FilesException, InterruptedException {
        long expected = there + filled;
        if (answered.size() < 0 || answered.size() == expected) {
            return;
        }
        var now = look.at(path);
        if (now.size() == expected) {
            return; // a link
        }
        forget(now);
        throw new FilesException(
                now.size() == filled
                        ? new FilesProblem.Failed(path, "the server keeps the last part alone")
                        : new FilesProblem.Changed(path));
    }

    private void forget(FileEntry now) throws InterruptedException {
        try {
            if (!now.isLink()) {
                api.delete(path);
            }
        } catch (FilesException e) {
            LOG.debug("deleting what is not ours: {}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (!hasFailed && (filled > 0 || number == 1)) {
            send(LAST);
        }
    }
}
