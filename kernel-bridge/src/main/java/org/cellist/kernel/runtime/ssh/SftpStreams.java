package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.common.SftpException;
import org.cellist.kernel.runtime.ssh.SftpChannel.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A machine's files as streams, which ask for and give much at once: a line is as quick as it is
/// broad then, however long its latency.
///
/// What goes wrong is thrown as [Trouble] tells it. Stateless.
final class SftpStreams {

    private static final Logger LOG = LoggerFactory.getLogger(SftpStreams.class);
    private static final int FIRST_AHEAD = 4;

    private SftpStreams() {}

    /// Tells what went wrong in the words of who asked for the stream.
    interface Trouble {
        IOException of(IOException e);
    }

    /// Reads a file. Takes over the handle and the share in the channel.
    static InputStream reader(
            SftpChannel channel, CloseableHandle file, long from, Trouble trouble) {
        return new Reader(channel, file, from, trouble);
    }

    /// Writes a file. Takes over the handle and the share in the channel.
    static OutputStream writer(
            SftpChannel channel, CloseableHandle file, long from, Trouble trouble) {
        return new Writer(channel, file, from, trouble);
    }

    private static final class Reader extends InputStream {

        private final SftpChannel channel;
        private final CloseableHandle file;
        private final Trouble trouble;
        private final Deque<Piece> asked = new ArrayDeque<>();
        private final byte[] piece = new byte[SftpChannel.PIECE];
        private long next;
        private int ahead = FIRST_AHEAD;
        private int start;
        private int end;
        private boolean isAtEnd;
        private boolean isBroken;
        private boolean isClosed;

        Reader(SftpChannel channel, CloseableHandle file, long from, Trouble trouble) {
            this.channel = channel;
            this.file = file;
            this.next = from;
            this.trouble = trouble;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (isClosed) {
                throw new IOException("closed");
            }
            if (length == 0) {
                return 0;
            }
            if (start == end && !isAtEnd) {
                fill();
            }
            int size = Math.min(length, end - start);
            System.arraycopy(piece, start, into, offset, size);
            start += size;
            return size == 0 ? -1 : size;
        }

        private void fill() throws IOException {
            try {
                while (asked.size() < ahead) {
                    asked.add(channel.ask(file, next, piece.length));
                    next += piece.length;
                }
                take(asked.remove());
            } catch (IOException e) {
                isBroken = !(e instanceof SftpException);
                throw trouble.of(e);
            }
        }

        /// A server may give less than it was asked for; the rest comes before what was asked
        /// later.
        private void take(Piece wanted) throws IOException {
            int size = channel.take(wanted, piece);
            start = 0;
            end = Math.max(size, 0);
            if (size <= 0) {
                isAtEnd = true;
            } else if (size < wanted.size()) {
                asked.addFirst(channel.ask(file, wanted.offset() + size, wanted.size() - size));
            } else {
                ahead = Math.min(ahead + 1, SftpChannel.MOST_AHEAD);
            }
        }

        /// What was asked for beyond the end is answered already; who leaves before would have to
        /// wait for much that is of no use.
        @Override
        public void close() {
            if (isClosed) {
                return;
            }
            isClosed = true;
            try {
                if (isBroken || (!isAtEnd && !asked.isEmpty())) {
                    channel.spend();
                    return;
                }
                while (!asked.isEmpty()) {
                    channel.take(asked.remove(), piece);
                }
                file.close();
            } catch (IOException e) {
                channel.spend();
                LOG.debug("closing a file that was read: {}", e.toString());
            } finally {
                channel.leave();
            }
        }
    }

    private static final class Writer extends OutputStream {

        private final SftpChannel channel;
        private final CloseableHandle file;
        private final Trouble trouble;
        private final Deque<Piece> given = new ArrayDeque<>();
        private final byte[] piece = new byte[SftpChannel.PIECE];
        private long next;
        private int filled;
        private boolean hasFailed;
        private boolean isBroken;
        private boolean isClosed;

        Writer(SftpChannel channel, CloseableHandle file, long from, Trouble trouble) {
            this.channel = channel;
            this.file = file;
            this.next = from;
            this.trouble = trouble;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, from.length);
            if (isClosed || hasFailed) {
                throw new IOException("closed");
            }
            try {
                int done = 0;
                while (done < length) {
                    int size = Math.min(length - done, piece.length - filled);
                    System.arraycopy(from, offset + done, piece, filled, size);
                    filled += size;
                    done += size;
                    if (filled == piece.length) {
                        give();
                    }
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private void give() throws IOException {
            if (given.size() == SftpChannel.MOST_AHEAD) {
                await();
            }
            given.add(channel.give(file, next, piece, filled));
            next += filled;
            filled = 0;
        }

        private void await() throws IOException {
            channel.await(given.element());
            given.remove();
        }

        private IOException failed(IOException e) {
            hasFailed = true;
            isBroken = !(e instanceof SftpException);
            if (!isBroken) {
                keepWhatIsSure();
            }
            return trouble.of(e);
        }

        /// Behind a piece that the server did not take others may have found their place: a file
        /// with a hole would look longer than it is.
        private void keepWhatIsSure() {
            long sure = given.isEmpty() ? next : given.remove().offset();
            try {
                while (!given.isEmpty()) {
                    awaitInAnyCase();
                }
                channel.setStat(file, new Attributes().size(sure));
            } catch (IOException e) {
                LOG.debug("shortening a file: {}", e.toString());
            }
        }

        private void awaitInAnyCase() throws IOException {
            try {
                channel.await(given.remove());
            } catch (SftpException e) {
                LOG.debug("a piece after the first that failed: {}", e.toString());
            }
        }

        @Override
        public void close() throws IOException {
            if (isClosed) {
                return;
            }
            isClosed = true;
            try {
                if (!hasFailed) {
                    finish();
                }
            } finally {
                closeFile();
                channel.leave();
            }
        }

        private void finish() throws IOException {
            try {
                if (filled > 0) {
                    give();
                }
                while (!given.isEmpty()) {
                    await();
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private void closeFile() {
            try {
                if (!isBroken) {
                    file.close();
                }
            } catch (IOException e) {
                channel.spend();
                LOG.debug("closing a file that was written: {}", e.toString());
            }
        }
    }
}
